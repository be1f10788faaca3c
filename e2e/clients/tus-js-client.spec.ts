import { createHash } from 'node:crypto';
import { ordinaryRates, renderCapture } from '@gondola/simulator';
import { expect, test } from '@playwright/test';
import { type DetailedError, Upload, type UploadOptions } from 'tus-js-client';
import { makeStore, payloadOf, type TestStore } from '../world.ts';
import { ports } from './ports.ts';

test.describe.configure({ mode: 'serial' });

let store: TestStore;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  store = await makeStore('tus');
});

interface Sent {
  url: string;
  /** How many requests it took. */
  requests: number;
}

/** Uploads with the defaults of the client and what every example of it sets. */
function upload(bytes: Buffer, endpoint: string, more: Partial<UploadOptions> = {}): Promise<Sent> {
  const { promise, resolve, reject } = Promise.withResolvers<Sent>();
  let requests = 0;
  const sending = new Upload(bytes, {
    endpoint,
    retryDelays: [0, 200, 500],
    headers: { authorization: `Bearer ${store.deviceKey}` },
    metadata: { filename: 'bay.jpg', filetype: 'image/jpeg' },
    onBeforeRequest: () => {
      requests += 1;
    },
    onSuccess: () => resolve({ url: sending.url ?? '', requests }),
    onError: (error) => reject(Object.assign(error, { requests })),
    ...more,
  });
  sending.start();
  return promise;
}

for (const { name, url } of ports) {
  test(`a photo goes in pieces through the ${name} and is scored`, async () => {
    test.setTimeout(120_000);
    const { jpeg } = await renderCapture(store.bay, 3, {
      rates: ordinaryRates,
      size: { width: 1200, height: 1500 },
    });
    const sha256 = createHash('sha256').update(jpeg).digest('hex');
    const sent = await upload(Buffer.from(jpeg), `${url}/uploads/`, {
      chunkSize: Math.ceil(jpeg.length / 3),
      metadata: { filetype: 'image/jpeg', sha256 },
    });
    expect(sent.url.startsWith(`${url}/uploads/`)).toBe(true);
    const { captureSubmit } = await store.camera.graphql<{
      captureSubmit: { results: { capture: { id: string } }[] };
    }>('mutation ($p: JSON!) { captureSubmit(input: { captures: [$p] }) { results { capture { id } } } }', {
      // Each port has a moment of its own: the same one would be the same capture.
      p: payloadOf(
        store,
        sent.url.split('/').at(-1) ?? '',
        new Date(Date.now() - (url === ports[0]?.url ? 60_000 : 0)),
      ),
    });
    const id = captureSubmit.results[0]?.capture.id;
    await expect
      .poll(
        async () =>
          (
            await store.camera.graphql<{ capture: { state: string } }>(
              'query ($id: ID!) { capture(id: $id) { state } }',
              { id },
            )
          ).capture.state,
        { timeout: 60_000 },
      )
      .toBe('SCORED');
  });

  test(`an upload that broke off is resumed through the ${name}, and one that is given up is gone`, async () => {
    const bytes = Buffer.alloc(3_000_000, 7);
    bytes.set([0xff, 0xd8, 0xff]);
    const headers = { authorization: `Bearer ${store.deviceKey}` };
    const broken = Promise.withResolvers<string>();
    const first = new Upload(bytes, {
      endpoint: `${url}/uploads/`,
      headers,
      chunkSize: 1_000_000,
      onChunkComplete: () => {
        void first.abort().then(() => broken.resolve(first.url ?? ''));
      },
    });
    first.start();
    const uploadUrl = await broken.promise;
    const offsets: number[] = [];
    await upload(bytes, `${url}/uploads/`, {
      uploadUrl,
      chunkSize: 1_000_000,
      onChunkComplete: (_size, accepted) => offsets.push(accepted),
    });
    expect(offsets[0]).toBeGreaterThan(1_000_000);
    expect(offsets.at(-1)).toBe(3_000_000);

    const other = await new Promise<string>((resolve) => {
      const begun = new Upload(bytes, {
        endpoint: `${url}/uploads/`,
        headers,
        chunkSize: 1_000_000,
        onChunkComplete: () => void begun.abort().then(() => resolve(begun.url ?? '')),
      });
      begun.start();
    });
    await Upload.terminate(other, { headers });
    const head = await fetch(other, { method: 'HEAD', headers: { ...headers, 'tus-resumable': '1.0.0' } });
    expect(head.status).toBe(410);
  });

  test(`what cannot work ends at once through the ${name}, with the reason`, async () => {
    const bytes = Buffer.alloc(12_000_000, 7);
    const failures: [Partial<UploadOptions>, number, string][] = [
      [{ parallelUploads: 2 }, 400, 'one upload'],
      [{ uploadLengthDeferred: true, chunkSize: 1_000_000 }, 400, 'Upload-Length'],
      [{ headers: { authorization: 'Bearer gnd_revoked' } }, 401, 'UPLOAD_TOKEN_INVALID'],
      [
        { headers: { authorization: 'Bearer gnd_revoked' }, uploadDataDuringCreation: true },
        401,
        'UPLOAD_TOKEN_INVALID',
      ],
    ];
    for (const [options, status, reason] of failures) {
      const failed = await upload(bytes, `${url}/uploads/`, options).then(
        () => null,
        (error: DetailedError & { requests: number }) => error,
      );
      expect(failed?.originalResponse?.getStatus(), JSON.stringify(options)).toBe(status);
      expect(failed?.originalResponse?.getBody()).toContain(reason);
      // Two parts are begun at once.
      expect(failed?.requests).toBeLessThanOrEqual(2);
    }
  });
}

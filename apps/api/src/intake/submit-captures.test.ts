import { deviceKey } from '@gondola/db';
import { nextPayload } from '@gondola/testkit/payload';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { startTestApi, type TestApi } from '../testing/start-test-api.ts';

const api = await startTestApi('capture_submit');
const full = await startTestApi('capture_submit_full', { INTAKE_MIN_FREE_MB: '1000000000' });

const mutation = `mutation ($captures: [JSON!]!) { captureSubmit(input: { captures: $captures }) {
  results { outcome retryAfterSeconds capture { id } problems { code } } userErrors { code } } }`;

interface Result {
  outcome: string;
  retryAfterSeconds: number | null;
  capture: { id: string } | null;
  problems: { code: string }[];
}

async function submit(to: TestApi, device: Record<string, string>, captures: unknown[]) {
  const response = await fetch(`${to.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...device },
    body: JSON.stringify({ query: mutation, variables: { captures } }),
  });
  const body = (await response.json()) as { data?: { captureSubmit: { results: Result[] } } };
  return {
    status: response.status,
    retryAfter: response.headers.get('retry-after'),
    results: body.data?.captureSubmit.results ?? [],
  };
}

test('a device over its quota gets 429 with the time to wait, and duplicates still get their capture', async () => {
  const { device, deviceKeyId } = await api.addStore('0421');
  await api.db.update(deviceKey).set({ capturesPerMinute: 1 }).where(eq(deviceKey.id, deviceKeyId));
  const payload = nextPayload('0421');
  const first = await submit(api, device, [payload]);
  expect(first).toMatchObject({ status: 200, retryAfter: null, results: [{ outcome: 'ACCEPTED' }] });

  const over = await submit(api, device, [nextPayload('0421')]);
  expect(over).toMatchObject({
    status: 429,
    results: [{ outcome: 'TRY_LATER', capture: null, problems: [{ code: 'RATE_LIMITED' }] }],
  });
  const [later] = over.results;
  expect(over.retryAfter).toBe(String(later?.retryAfterSeconds));

  const mixed = await submit(api, device, [nextPayload('0421'), payload]);
  expect(mixed).toMatchObject({
    status: 200,
    retryAfter: expect.stringMatching(/^\d+$/),
    results: [{ outcome: 'TRY_LATER' }, { outcome: 'DUPLICATE', capture: first.results[0]?.capture }],
  });
});

test('a request of which a part was done is answered 200, with what has to wait in its data', async () => {
  const { device } = await full.addStore('0777');
  const ask = (fields: string) =>
    fetch(`${full.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...device },
      body: JSON.stringify({
        query: `mutation ($captures: [JSON!]!) { __typename ${fields} }`,
        variables: { captures: [nextPayload('0777')] },
      }),
    });
  const submitting = (alias: string) =>
    `${alias}: captureSubmit(input: { captures: $captures }) { results { outcome } }`;
  const creating = 'captureUploadCreate(input: { mimeType: "image/jpeg", byteLength: 9 }) { uploadId }';

  const mixed = await ask(`${creating} ${submitting('later')}`);
  expect({ status: mixed.status, retryAfter: mixed.headers.get('retry-after') }).toEqual({
    status: 200,
    retryAfter: '60',
  });
  expect(await mixed.json()).toMatchObject({
    data: {
      captureUploadCreate: { uploadId: expect.any(String) },
      later: { results: [{ outcome: 'TRY_LATER' }] },
    },
  });
  expect((await ask(`${submitting('one')} ${submitting('two')}`)).status).toBe(503);
});

test('a full disk gives 503 with the time to wait, and a broken payload still becomes a dead letter', async () => {
  const { device } = await full.addStore('0421');
  expect(await submit(full, device, [nextPayload('0421')])).toMatchObject({
    status: 503,
    retryAfter: '60',
    results: [{ outcome: 'TRY_LATER', retryAfterSeconds: 60, problems: [{ code: 'DISK_FULL' }] }],
  });
  expect(await submit(full, device, [{ nonsense: 1 }])).toMatchObject({
    status: 200,
    retryAfter: null,
    results: [{ outcome: 'DEAD_LETTERED' }],
  });
});

test('concurrent requests of several devices each get their own results', async () => {
  const stores = await Promise.all(['0501', '0502', '0503'].map((code) => api.addStore(code)));
  const answers = await Promise.all(
    Array.from({ length: 30 }, (_, i) => {
      const store = stores[i % 3];
      return submit(api, store?.device ?? {}, [nextPayload(`050${(i % 3) + 1}`)]);
    }),
  );
  expect(new Set(answers.flatMap(({ results }) => results.map(({ outcome }) => outcome)))).toEqual(
    new Set(['ACCEPTED']),
  );
  expect(new Set(answers.flatMap(({ results }) => results.map(({ capture }) => capture?.id))).size).toBe(30);
  // The store comes from the key of each request, so a payload of another store is refused.
  expect(await submit(api, stores[0]?.device ?? {}, [nextPayload('0502')])).toMatchObject({
    results: [{ outcome: 'DEAD_LETTERED', problems: [{ code: 'STORE_MISMATCH' }] }],
  });
});

test('conflicts are counted as rows, and an open claim is not counted', async () => {
  const { device } = await api.addStore('0600');
  const payload = nextPayload('0600', { sha256: 'a'.repeat(64) });
  await submit(api, device, [payload]);
  await submit(api, device, [{ ...payload, sha256: 'b'.repeat(64) }]);
  const open = nextPayload('0600');
  await submit(api, device, [open, { ...open, image_url: 'https://elsewhere.example/2.jpg' }]);
  const page = await (await fetch(api.metricsUrl)).text();
  expect(page).toMatch(/# TYPE gondola_capture_conflicts_total counter/);
  expect(page).toMatch(/^gondola_capture_conflicts_total 1( |$)/m);
});

test('people learn why new captures are refused, and devices do not ask', async () => {
  const ask = async (of: TestApi, who?: Record<string, string>) =>
    (await of.ask('{ intakeObstacle { code message } }', {}, who ?? (await of.signIn('analyst')))).data;
  const { device } = await full.addStore('0422');
  expect(await ask(full, device)).toEqual({ intakeObstacle: null });
  expect(await ask(api)).toEqual({ intakeObstacle: null });
  expect(await ask(full)).toEqual({
    intakeObstacle: {
      code: 'DISK_FULL',
      message: 'The disk for photos is nearly full: less than 1000000000 MB are free (INTAKE_MIN_FREE_MB).',
    },
  });
});

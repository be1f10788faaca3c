import { symlink, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { upload } from '@gondola/db';
import { createFileObjectStore } from '@gondola/pipeline/objects';
import { createFilePartials } from '@gondola/pipeline/partials';
import { openQueue } from '@gondola/pipeline/queue';
import { createLog } from '@gondola/pipeline/telemetry';
import { eq, sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { sweepUploads } from './sweep-uploads.ts';
import { type Announced, photoOf, sha256Of, startUploadApis } from './testing/start-upload-apis.ts';
import { openUploadLocks } from './upload-locks.ts';

const photo = photoOf(40_000);
/** Room for three uploads of this photo, which counts as 64 KiB. */
const apis = await startUploadApis('uploads_unfinished', 1, {
  UPLOAD_UNFINISHED_BYTES_PER_STORE: String(3 * 64 * 1024),
});
const { tus, announce, db } = apis;
const objects = createFileObjectStore(`${apis.dataDir}/objects`);
const queue = await openQueue(apis.databaseUrl, { role: 'send', onError: () => {} });
const locks = openUploadLocks(apis.databaseUrl);
afterAll(async () => {
  await locks.close();
  await queue.stop();
});
const folder = `${apis.dataDir}/uploads`;
const log = createLog({ name: 'test', level: 'silent' });
const sweep = () =>
  sweepUploads({ db, objects, queue: queue.queue, partials: createFilePartials(folder), locks, log });

const patch = ({ id, token }: Announced, offset: number, body: Uint8Array) =>
  tus('PATCH', `/${id}`, { token, headers: { 'upload-offset': String(offset) }, body });
const offsetOf = async ({ id, token }: Announced) =>
  Number((await tus('HEAD', `/${id}`, { token })).headers.get('upload-offset'));
const expire = ({ id }: Announced) =>
  db.update(upload).set({ expiresAt: sql`now() - interval '1 second'` }).where(eq(upload.id, id));

let stores = 0;
const newCamera = async () => (await apis.addDevice(`store-${++stores}`)).authorization;

test('a store can have so many bytes under way and no more, until it ends one', async () => {
  const camera = await newCamera();
  const asked = await Promise.allSettled(Array.from({ length: 8 }, () => announce(camera, photo)));
  const promised = asked.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  expect(promised).toHaveLength(3);
  expect(asked.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []))[0]).toContain(
    'UPLOADS_UNFINISHED',
  );
  const plain = await tus('POST', '', { headers: { authorization: camera, 'upload-length': '40000' } });
  expect(plain.status).toBe(429);
  expect(plain.headers.get('retry-after')).toBe('60');
  expect(await plain.json()).toMatchObject({ problem: { code: 'UPLOADS_UNFINISHED' } });
  // Another store is not its fault; and what ends makes room.
  await announce(await newCamera(), photo);
  const [first, second] = promised;
  if (!first || !second) throw new Error('no uploads');
  await patch(first, 0, photo);
  await tus('DELETE', `/${second.id}`, { token: second.token });
  await announce(camera, photo);
  await announce(camera, photo);
  await expect(announce(camera, photo)).rejects.toThrow('UPLOADS_UNFINISHED');
});

test('an expired upload is refused, and the sweep takes its bytes and marks its row', async () => {
  const authorization = await newCamera();
  const gone = await announce(authorization, photo);
  await patch(gone, 0, photo.subarray(0, 50));
  await expire(gone);
  for (const method of ['HEAD', 'PATCH', 'DELETE', 'PUT']) {
    const headers = { 'upload-offset': '50', authorization };
    const body = method.startsWith('P') ? { body: photo.subarray(50) } : {};
    expect((await tus(method, `/${gone.id}`, { headers, ...body })).status, method).toBe(410);
  }
  expect(await apis.partials()).toContain(gone.id);
  const sweeps = await Promise.all([sweep(), sweep()]);
  expect(sweeps[0].expired + sweeps[1].expired).toBe(1);
  expect(await apis.partials()).not.toContain(gone.id);
  expect((await apis.rowOf(gone.id)).discardedAt).toBeInstanceOf(Date);
});

test('bytes of uploads that are over, or that nobody knows, are swept; those under way stay', async () => {
  const underWay = await announce(await newCamera(), photo);
  await patch(underWay, 0, photo.subarray(0, 50));
  const done = await announce(await newCamera(), photo);
  await patch(done, 0, photo);
  const stray = '01890000-0000-7000-8000-000000000000';
  for (const id of [done.id, stray]) await writeFile(path.join(folder, id), 'left by a process that died');
  expect(await sweep()).toMatchObject({ leftovers: 2 });
  expect(await apis.partials()).toEqual([underWay.id]);
  expect(await offsetOf(underWay)).toBe(50);
});

/** A full upload that nobody accepted: its process died after the last byte was written. */
async function fullButNotAccepted(): Promise<Announced> {
  const upload = await announce(await newCamera(), photo);
  await writeFile(path.join(folder, upload.id), photo);
  return upload;
}

test('a full upload that nobody accepted is accepted by whoever comes next: a question, an empty piece, the sweep', async () => {
  const asked = await fullButNotAccepted();
  expect(await offsetOf(asked)).toBe(40_000);
  const sent = await fullButNotAccepted();
  expect((await patch(sent, 40_000, new Uint8Array(0))).status).toBe(204);
  const swept = await fullButNotAccepted();
  expect(await sweep()).toMatchObject({ completed: 1, leftovers: 0 });
  for (const { id } of [asked, sent, swept]) {
    expect((await apis.rowOf(id)).sha256).toBe(sha256Of(photo));
    expect(await apis.partials()).not.toContain(id);
  }
});

test('a full upload of other bytes is begun again when it is asked after', async () => {
  const upload = await announce(await newCamera(), photo);
  await writeFile(path.join(folder, upload.id), photoOf(40_000, 9));
  expect(await offsetOf(upload)).toBe(0);
  expect((await apis.rowOf(upload.id)).sha256).toBeNull();
  expect((await patch(upload, 0, photo)).status).toBe(204);
});

test('a file that is shorter than was told goes on from there, and one that is longer begins again', async () => {
  const upload = await announce(await newCamera(), photo);
  await patch(upload, 0, photo.subarray(0, 30_000));
  await truncate(path.join(folder, upload.id), 12_345);
  expect((await patch(upload, 30_000, photo.subarray(30_000))).status).toBe(409);
  expect(await offsetOf(upload)).toBe(12_345);
  await writeFile(path.join(folder, upload.id), photoOf(40_001));
  expect(await offsetOf(upload)).toBe(0);
  expect((await patch(upload, 0, photo)).status).toBe(204);
  expect((await apis.rowOf(upload.id)).sha256).toBe(sha256Of(photo));
});

test('a full disk is answered with 507 and loses nothing', async () => {
  const upload = await announce(await newCamera(), photo);
  await symlink('/dev/full', path.join(folder, upload.id));
  const answer = await patch(upload, 0, photo);
  expect(answer.status).toBe(507);
  expect(answer.headers.get('retry-after')).toBe('60');
  expect(await answer.json()).toMatchObject({ problem: { code: 'STORAGE_FULL' } });
  expect((await apis.rowOf(upload.id)).sha256).toBeNull();
  await createFilePartials(folder).remove(upload.id);
  expect((await patch(upload, 0, photo)).status).toBe(204);
});

test('a sender that breaks off has sent what has come so far', async () => {
  const upload = await announce(await newCamera(), photo);
  let pulled = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      pulled += 1;
      if (pulled === 3) controller.error(new Error('the network went away'));
      else controller.enqueue(photo.subarray((pulled - 1) * 7000, pulled * 7000));
    },
  });
  const headers = { 'upload-offset': '0' };
  await expect(tus('PATCH', `/${upload.id}`, { token: upload.token, headers, body })).rejects.toThrow();
  const offset = await offsetOf(upload);
  expect([0, 7000, 14_000]).toContain(offset);
  expect((await patch(upload, offset, photo.subarray(offset))).status).toBe(204);
  expect((await apis.rowOf(upload.id)).sha256).toBe(sha256Of(photo));
});

import { createHash } from 'node:crypto';
import { capture, upload } from '@gondola/db';
import { nextPayload } from '@gondola/testkit/payload';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { partOf, startTestApi } from '../testing/start-test-api.ts';

const api = await startTestApi('own_store');
const own = await api.addStore('0001');
const other = await api.addStore('0002');

const submit = `mutation ($payload: JSON!) { captureSubmit(input: { captures: [$payload] }) {
  results { outcome problems { code } capture { id store { code } bay { id } } deadLetter { id rawPayload } } } }`;
const { data } = await api.ask(submit, { payload: nextPayload('0001') }, own.device);
const [accepted] = (
  data as { captureSubmit: { results: { capture: { id: string; bay: { id: string } } }[] } }
).captureSubmit.results;
const captureId = accepted?.capture.id ?? '';
const bayId = accepted?.capture.bay.id ?? '';
const uuid = Buffer.from(captureId, 'base64').toString().split(':')[1] ?? '';

test('a device reads its own capture by the id it got back and by the bare UUID', async () => {
  for (const id of [captureId, uuid, uuid.toUpperCase()]) {
    const { data } = await api.ask('query ($id: ID!) { capture(id: $id) { id state } }', { id }, own.device);
    expect(data?.capture).toEqual({ id: captureId, state: 'INGESTED' });
  }
});

test('for a device of another store the capture, its bay and its store are not there', async () => {
  const ask = (query: string, id: string) => api.ask(query, { id }, other.device);
  for (const id of [captureId, uuid])
    expect((await ask('query ($id: ID!) { capture(id: $id) { id } }', id)).data).toEqual({ capture: null });
  for (const id of [captureId, bayId, Buffer.from(`Store:${own.storeId}`).toString('base64')])
    expect((await ask('query ($id: ID!) { node(id: $id) { id } }', id)).data).toEqual({ node: null });
  const list = await api.ask('{ captures { totalCount edges { node { id } } } }', {}, other.device);
  expect(list.data?.captures).toEqual({ totalCount: 0, edges: [] });
  const filtered = await api.ask(
    '{ captures(filter: { storeCode: "0001" }) { totalCount } }',
    {},
    other.device,
  );
  expect(filtered.data?.captures).toEqual({ totalCount: 0 });
});

test('a payload that names another store becomes a dead letter of the sender', async () => {
  const { data } = await api.ask(submit, { payload: nextPayload('0001') }, other.device);
  expect(data?.captureSubmit).toMatchObject({
    results: [{ outcome: 'DEAD_LETTERED', problems: [{ code: 'STORE_MISMATCH' }], capture: null }],
  });
  expect(await api.db.$count(capture, eq(capture.storeId, other.storeId))).toBe(0);
});

const createUpload = `mutation ($sha256: String, $byteLength: Int!) {
  captureUploadCreate(input: { mimeType: "image/jpeg", byteLength: $byteLength, sha256: $sha256 }) {
    uploadId url expiresAt userErrors { code field } } }`;

test('only the store that made an upload can fill it', async () => {
  const bytes = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(60_000, 7)]);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const created = await api.ask(createUpload, { sha256, byteLength: bytes.length }, own.device);
  const { uploadId, url } = partOf<{ uploadId: string; url: string }>(created, 'captureUploadCreate');
  const put = (headers: object, body: Buffer) =>
    fetch(`${api.url}${url}`, { method: 'PUT', headers: { ...headers }, body: new Uint8Array(body) });

  expect((await put(other.device, bytes)).status).toBe(404);
  expect((await put({}, bytes)).status).toBe(401);
  const cut = await put(own.device, bytes.subarray(0, 1000));
  expect(cut.status).toBe(422);
  expect(await cut.json()).toMatchObject({ problem: { code: 'HASH_MISMATCH' } });
  const tooLong = await put(own.device, Buffer.concat([bytes, Buffer.alloc(1)]));
  expect(tooLong.status).toBe(413);

  const completed = await put(own.device, bytes);
  expect(await completed.json()).toEqual({
    uploadId,
    status: 'COMPLETED',
    sha256,
    byteLength: bytes.length,
  });
  expect(await (await put(own.device, bytes)).json()).toMatchObject({ status: 'ALREADY_COMPLETED' });
});

test('an expired upload is gone', async () => {
  const created = await api.ask(createUpload, { byteLength: 3 }, own.device);
  const { uploadId, url } = partOf<{ uploadId: string; url: string }>(created, 'captureUploadCreate');
  await api.db
    .update(upload)
    .set({ expiresAt: new Date(0) })
    .where(eq(upload.id, uploadId));
  const response = await fetch(`${api.url}${url}`, { method: 'PUT', headers: own.device, body: 'abc' });
  expect(response.status).toBe(410);
});

test('an upload that is no photo by its declaration is refused with a reason for each field', async () => {
  const { data } = await api.ask(
    createUpload,
    { sha256: 'zz', byteLength: 40 * 1024 * 1024 + 1 },
    own.device,
  );
  expect(data?.captureUploadCreate).toMatchObject({
    uploadId: null,
    url: null,
    userErrors: [{ field: ['byteLength'] }, { field: ['sha256'] }],
  });
});

test('the key that was used has a time of last use', async () => {
  const row = await api.db.query.deviceKey.findFirst({ where: (key) => eq(key.id, own.deviceKeyId) });
  expect(row?.lastUsedAt?.getTime()).toBeGreaterThan(Date.now() - 60_000);
});

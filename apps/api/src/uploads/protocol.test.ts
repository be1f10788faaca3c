import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { createFileObjectStore } from '@gondola/pipeline/objects';
import { expect, test } from 'vitest';
import { type Announced, photoOf, sha256Of, startUploadApis } from './testing/start-upload-apis.ts';

const apis = await startUploadApis('tus_protocol', 2);
const { tus, announce } = apis;
const camera = await apis.addDevice('0421');
const objects = createFileObjectStore(`${apis.dataDir}/objects`);
const photo = photoOf(40_000);

const patch = ({ id, token }: Announced, offset: number, body: Uint8Array, more: { api?: number } = {}) =>
  tus('PATCH', `/${id}`, { token, headers: { 'upload-offset': String(offset) }, body, ...more });
const offsetOf = async ({ id, token }: Announced, api = 0) =>
  Number((await tus('HEAD', `/${id}`, { token, api })).headers.get('upload-offset'));
const codeOf = async (answer: Response) =>
  ((await answer.json()) as { problem: { code: string } }).problem.code;

test('a photo comes in pieces through two processes, and is accepted with the last byte', async () => {
  const upload = await announce(camera.authorization, photo);
  expect(await offsetOf(upload)).toBe(0);
  const first = await patch(upload, 0, photo.subarray(0, 15_000));
  expect(first.status).toBe(204);
  expect(first.headers.get('upload-offset')).toBe('15000');
  expect(Date.parse(first.headers.get('upload-expires') ?? '')).toBeGreaterThan(Date.now());
  const head = await tus('HEAD', `/${upload.id}`, { token: upload.token, api: 1 });
  expect(Object.fromEntries(head.headers)).toMatchObject({
    'upload-offset': '15000',
    'upload-length': '40000',
    'cache-control': 'no-store',
    'tus-resumable': '1.0.0',
  });
  expect((await apis.rowOf(upload.id)).sha256).toBeNull();
  expect((await patch(upload, 15_000, photo.subarray(15_000), { api: 1 })).status).toBe(204);
  expect(await apis.rowOf(upload.id)).toMatchObject({
    sha256: sha256Of(photo),
    completedAt: expect.any(Date),
  });
  expect(Buffer.from((await objects.get(sha256Of(photo))) ?? []).equals(photo)).toBe(true);
  expect(await apis.partials()).toEqual([]);
  // The last answer may have been lost: asking and sending again change nothing.
  expect(await offsetOf(upload)).toBe(40_000);
  expect((await patch(upload, 40_000, new Uint8Array(0))).status).toBe(204);
  expect((await patch(upload, 15_000, photo.subarray(15_000))).status).toBe(409);
});

test('the device key does as well as the token, and a simple PUT as well as tus', async () => {
  const upload = await announce(camera.authorization, photo);
  const { authorization } = camera;
  const answer = await tus('PATCH', `/${upload.id}`, {
    headers: { 'upload-offset': '0', authorization },
    body: photo.subarray(0, 9),
  });
  expect(answer.status).toBe(204);
  const put = await tus('PUT', `/${upload.id}`, { token: upload.token, body: photo });
  expect(await put.json()).toMatchObject({ status: 'COMPLETED', sha256: sha256Of(photo) });
  expect(await offsetOf(upload)).toBe(40_000);
});

test('a PUT of other bytes than the announced leaves no object behind', async () => {
  const upload = await announce(camera.authorization, photo);
  const wrong = photoOf(40_000, 5);
  const put = await tus('PUT', `/${upload.id}`, { token: upload.token, body: wrong });
  expect(put.status).toBe(422);
  expect(await objects.get(sha256Of(wrong))).toBeNull();
  expect((await tus('PUT', `/${upload.id}`, { token: upload.token, body: photo })).status).toBe(200);
});

test('OPTIONS describes the protocol to any caller', async () => {
  const answer = await tus('OPTIONS', '');
  expect(answer.status).toBe(204);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'tus-version': '1.0.0',
    'tus-extension': 'creation,creation-with-upload,termination,expiration',
    'tus-max-size': String(40 * 1024 * 1024),
  });
  expect(answer.headers.get('access-control-allow-origin')).toBeNull();
});

test.each([
  ['a wrong offset', { 'upload-offset': '7' }, 409, 'UPLOAD_OFFSET_WRONG'],
  ['an offset beyond the length', { 'upload-offset': '40001' }, 409, 'UPLOAD_OFFSET_WRONG'],
  ['an offset that is no number', { 'upload-offset': '-1' }, 400, 'UPLOAD_REQUEST_INVALID'],
  ['no offset', { 'upload-offset': undefined }, 400, 'UPLOAD_REQUEST_INVALID'],
  ['no Tus-Resumable', { 'tus-resumable': undefined }, 412, 'UPLOAD_REQUEST_INVALID'],
  ['another version of tus', { 'tus-resumable': '0.2.2' }, 412, 'UPLOAD_REQUEST_INVALID'],
  ['another content type', { 'content-type': 'image/jpeg' }, 415, 'UPLOAD_REQUEST_INVALID'],
])(
  'a PATCH with %s is refused and writes nothing',
  async (_, headers: Record<string, string | undefined>, status, code) => {
    const upload = await announce(camera.authorization, photo);
    const answer = await tus('PATCH', `/${upload.id}`, {
      token: upload.token,
      headers: { 'upload-offset': '0', ...headers },
      body: photo.subarray(0, 100),
    });
    expect(answer.status).toBe(status);
    expect(await codeOf(answer)).toBe(code);
    if (status === 412) expect(answer.headers.get('tus-version')).toBe('1.0.0');
    expect(await offsetOf(upload)).toBe(0);
  },
);

test('a PATCH may say more of its content type', async () => {
  const upload = await announce(camera.authorization, photo);
  const answer = await tus('PATCH', `/${upload.id}`, {
    token: upload.token,
    headers: { 'upload-offset': '0', 'content-type': 'Application/Offset+Octet-Stream; charset=utf-8' },
    body: photo,
  });
  expect(answer.status).toBe(204);
  expect((await apis.rowOf(upload.id)).sha256).toBe(sha256Of(photo));
});

test.each([
  ['GET', '', 'OPTIONS, POST'],
  ['PUT', '', 'OPTIONS, POST'],
  ['GET', '/1', 'OPTIONS, HEAD, PATCH, DELETE, PUT'],
  ['POST', '/1', 'OPTIONS, HEAD, PATCH, DELETE, PUT'],
])('%s of /uploads%s is answered 405 with the methods that are possible', async (method, target, allowed) => {
  const answer = await tus(method, target);
  expect(answer.status).toBe(405);
  expect(answer.headers.get('allow')).toBe(allowed);
  expect(await codeOf(answer)).toBe('UPLOAD_REQUEST_INVALID');
});

test('every refusal has one shape, also of a path and a header that are malformed', async () => {
  const answers = [
    await tus('HEAD', '/%E0%A4%A'),
    await tus('PUT', '/%E0%A4%A'),
    await tus('PATCH', '/1', { headers: { 'upload-offset': '0', 'upload-metadata': 'a b c' } }),
    await tus('PUT', '/1'),
  ];
  for (const answer of answers) {
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
  }
  for (const answer of answers.slice(1))
    expect(await answer.json()).toEqual({
      problem: { path: '$', code: expect.any(String), message: expect.any(String) },
    });
});

test('more bytes than announced are refused, with and without a length in the request', async () => {
  const upload = await announce(camera.authorization, photo);
  const tooMany = photoOf(40_001);
  const answer = await patch(upload, 0, tooMany);
  expect(answer.status).toBe(413);
  expect(await codeOf(answer)).toBe('PHOTO_TOO_LARGE');
  const unsaid = await tus('PATCH', `/${upload.id}`, {
    token: upload.token,
    headers: { 'upload-offset': '0' },
    body: new Blob([Buffer.from(tooMany)]).stream(),
  });
  expect(unsaid.status).toBe(413);
  expect((await apis.rowOf(upload.id)).sha256).toBeNull();
  expect(await offsetOf(upload)).toBeLessThanOrEqual(40_000);
});

test('a given up upload is gone for every method, and its bytes too', async () => {
  const upload = await announce(camera.authorization, photo);
  await patch(upload, 0, photo.subarray(0, 100));
  expect((await tus('DELETE', `/${upload.id}`, { token: upload.token })).status).toBe(204);
  expect((await apis.rowOf(upload.id)).discardedAt).toBeInstanceOf(Date);
  expect(await apis.partials()).not.toContain(upload.id);
  expect((await patch(upload, 100, photo.subarray(100))).status).toBe(410);
  for (const method of ['HEAD', 'DELETE', 'PUT'])
    expect((await tus(method, `/${upload.id}`, { token: upload.token })).status, method).toBe(410);
});

test('a completed upload cannot be given up', async () => {
  const upload = await announce(camera.authorization, photo);
  await patch(upload, 0, photo);
  expect((await tus('DELETE', `/${upload.id}`, { token: upload.token })).status).toBe(409);
  expect(await offsetOf(upload)).toBe(40_000);
});

test('bytes that do not hash as declared are thrown away, and the device starts again', async () => {
  const upload = await announce(camera.authorization, photo);
  const wrong = photoOf(40_000, 2);
  await patch(upload, 0, wrong.subarray(0, 30_000));
  const answer = await patch(upload, 30_000, wrong.subarray(30_000));
  expect(answer.status).toBe(422);
  expect(await codeOf(answer)).toBe('HASH_MISMATCH');
  expect(await objects.get(sha256Of(wrong))).toBeNull();
  expect(await apis.partials()).not.toContain(upload.id);
  expect(await offsetOf(upload)).toBe(0);
  expect((await patch(upload, 0, photo)).status).toBe(204);
  expect((await apis.rowOf(upload.id)).sha256).toBe(sha256Of(photo));
});

test('an empty photo is complete when it is asked after', async () => {
  const upload = await announce(camera.authorization, new Uint8Array(0));
  const head = await tus('HEAD', `/${upload.id}`, { token: upload.token });
  expect(head.headers.get('upload-offset')).toBe('0');
  expect((await apis.rowOf(upload.id)).sha256).toBe(sha256Of(new Uint8Array(0)));
});

test('of two transfers at the same place only one is taken, in whichever process they come', async () => {
  const upload = await announce(camera.authorization, photo);
  // Both are under way before either has sent a byte.
  const rivals = [0, 1].map((api) => {
    const answered = Promise.withResolvers<number>();
    const sent = request(`${apis.urls[api]}/uploads/${upload.id}`, {
      method: 'PATCH',
      headers: {
        'tus-resumable': '1.0.0',
        'content-type': 'application/offset+octet-stream',
        'upload-offset': '0',
        'upload-token': upload.token,
        'content-length': '1000',
      },
    });
    sent.on('response', (answer) => answered.resolve(answer.resume().statusCode ?? 0));
    sent.on('error', answered.reject);
    sent.flushHeaders();
    return { sent, answered: answered.promise };
  });
  await sleep(100);
  for (const { sent } of rivals) sent.end(Buffer.from(photo.subarray(0, 1000)));
  const statuses = await Promise.all(rivals.map(({ answered }) => answered));
  expect(statuses.toSorted()[0]).toBe(204);
  expect([409, 423]).toContain(statuses.toSorted()[1]);
  expect(await offsetOf(upload)).toBe(1000);
});

import { request } from 'node:http';
import { expect, test } from 'vitest';
import { type Announced, photoOf, sha256Of, startUploadApis } from './testing/start-upload-apis.ts';

const apis = await startUploadApis('tus_access', 1);
const { tus, announce } = apis;
const camera = await apis.addDevice('0421');
const otherCamera = await apis.addDevice('0422');
const photo = photoOf(40_000);

const patch = ({ id, token }: Announced, offset: number, body: Uint8Array, more: { api?: number } = {}) =>
  tus('PATCH', `/${id}`, { token, headers: { 'upload-offset': String(offset) }, body, ...more });
const offsetOf = async ({ id, token }: Announced, api = 0) =>
  Number((await tus('HEAD', `/${id}`, { token, api })).headers.get('upload-offset'));

test('photos of more than 40 MiB are refused before they are sent', async () => {
  const { authorization } = camera;
  const byteLength = 40 * 1024 * 1024 + 1;
  await expect(announce(authorization, photo, { byteLength })).rejects.toThrow('PHOTO_TOO_LARGE');
  const answer = await tus('POST', '', { headers: { authorization, 'upload-length': String(byteLength) } });
  expect(answer.status).toBe(413);
});

test('an upload of another store is not there, with or without a token of it', async () => {
  const upload = await announce(camera.authorization, photo);
  const { authorization } = otherCamera;
  for (const method of ['HEAD', 'PATCH', 'DELETE', 'PUT'])
    for (const token of [undefined, upload.token]) {
      const headers = { authorization, 'upload-offset': '0' };
      const answer = await tus(method, `/${upload.id}`, {
        headers,
        ...(token ? { token } : {}),
        ...(method.startsWith('P') ? { body: photo } : {}),
      });
      expect(answer.status, method).toBe(404);
    }
  expect(await offsetOf(upload)).toBe(0);
});

test('nobody touches an upload without its key or its own token', async () => {
  const upload = await announce(camera.authorization, photo);
  const neighbour = await announce(camera.authorization, photo);
  const [id, expires, mac] = upload.token.split('.');
  const tokens = [
    undefined,
    '',
    neighbour.token,
    neighbour.token.replace(neighbour.id, upload.id),
    `${id}.${Number(expires) + 3600}.${mac}`,
    `${upload.token}x`,
  ];
  for (const token of tokens)
    for (const method of ['HEAD', 'PATCH', 'DELETE', 'PUT']) {
      const answer = await tus(method, `/${upload.id}`, {
        headers: { 'upload-offset': '0' },
        ...(token === undefined ? {} : { token }),
        ...(method.startsWith('P') ? { body: photo.subarray(0, 10) } : {}),
      });
      expect(answer.status, `${method} ${token}`).toBe(401);
    }
  const unknown = '01890000-0000-7000-8000-000000000000';
  expect((await tus('HEAD', `/${unknown}`, { token: upload.token })).status).toBe(401);
  const revoked = { authorization: 'Bearer gnd_nothing', 'upload-offset': '0' };
  expect((await tus('HEAD', `/${upload.id}`, { token: upload.token, headers: revoked })).status).toBe(401);
  expect(await offsetOf(upload)).toBe(0);
});

test.each(['..%2f..%2fetc%2fpasswd', '..', '%2e%2e', 'a%00b', '..%5c..%5cwin.ini', '%E0%A4%A', '.'])(
  'the id %s finds nothing',
  async (id) => {
    // Not with fetch, which would tidy the path up.
    const { hostname, port } = new URL(apis.urls[0]);
    const before = await apis.partials();
    const headers = {
      authorization: camera.authorization,
      'tus-resumable': '1.0.0',
      'content-type': 'application/offset+octet-stream',
      'upload-offset': '0',
    };
    const answered = Promise.withResolvers<number>();
    const sent = request({ hostname, port, method: 'PATCH', path: `/uploads/${id}`, headers });
    sent.on('response', (answer) => answered.resolve(answer.resume().statusCode ?? 0));
    sent.on('error', answered.reject);
    sent.end('bytes');
    expect([400, 404]).toContain(await answered.promise);
    expect(await apis.partials()).toEqual(before);
  },
);

test('standard clients make an upload with the device key, and send its first bytes along', async () => {
  const { authorization } = camera;
  const metadata = `filetype ${btoa('image/jpeg')},sha256 ${btoa(sha256Of(photo))}`;
  const made = await tus('POST', '', {
    headers: {
      authorization,
      'upload-length': '40000',
      'upload-metadata': metadata,
      'content-type': 'application/offset+octet-stream',
    },
    body: photo.subarray(0, 1000),
  });
  expect(made.status).toBe(201);
  expect(made.headers.get('upload-offset')).toBe('1000');
  const location = made.headers.get('location') ?? '';
  expect(location).toMatch(/^\/uploads\/[0-9a-f-]{36}$/);
  const upload = { id: location.slice('/uploads/'.length), token: made.headers.get('upload-token') ?? '' };
  expect(await offsetOf(upload)).toBe(1000);
  expect((await apis.rowOf(upload.id)).expectedSha256).toBe(sha256Of(photo));
  expect((await patch(upload, 1000, photo.subarray(1000))).status).toBe(204);
});

test('what a client says of its photo is said again by HEAD, except a token', async () => {
  const { authorization } = camera;
  const metadata = `filename ${btoa('bay 1.jpg')},filetype ${btoa('image/jpeg')},is_retake`;
  const post = (more: Record<string, string>) =>
    tus('POST', '', { headers: { authorization, 'upload-length': '40000', ...more } });
  const made = await post({ 'upload-metadata': metadata });
  const head = (target: string) => tus('HEAD', target, { headers: { authorization } });
  const location = (made.headers.get('location') ?? '').replace('/uploads', '');
  expect((await head(location)).headers.get('upload-metadata')).toBe(metadata);

  const announced = await announce(authorization, photo);
  expect((await head(`/${announced.id}`)).headers.get('upload-metadata')).toBeNull();
  await post({ 'upload-metadata': `${metadata},token ${btoa(announced.token)}` });
  expect((await head(`/${announced.id}`)).headers.get('upload-metadata')).toBe(metadata);
  expect((await post({ 'upload-metadata': `a ${btoa('x'.repeat(4096))}` })).status).toBe(400);
});

test('an upload of no bytes is refused when it is made', async () => {
  const { authorization } = camera;
  const answer = await tus('POST', '', { headers: { authorization, 'upload-length': '0' } });
  expect(answer.status).toBe(422);
  expect(await answer.json()).toMatchObject({ problem: { path: '$', code: 'PHOTO_EMPTY' } });
});

test('a token opens the upload it was made for, however often, and what has come stays', async () => {
  const upload = await announce(camera.authorization, photo);
  const open = (length: number, token = upload.token) =>
    tus('POST', '', {
      headers: { 'upload-length': String(length), 'upload-metadata': `token ${btoa(token)}` },
    });
  const made = await open(40_000);
  expect(made.status).toBe(201);
  expect(made.headers.get('location')).toBe(`/uploads/${upload.id}`);
  await patch(upload, 0, photo.subarray(0, 10));
  expect((await open(40_000)).status).toBe(201);
  expect(await offsetOf(upload)).toBe(10);
  expect((await open(39_999)).status).toBe(422);
  expect((await open(40_000, upload.token.slice(0, -2))).status).toBe(401);
  expect((await tus('POST', '', { headers: { 'upload-length': '5' } })).status).toBe(401);
});

test('a length that is to follow later, and uploads in parts, are refused', async () => {
  const { authorization } = camera;
  const deferred = await tus('POST', '', { headers: { authorization, 'upload-defer-length': '1' } });
  // Not 501: clients of tus try again on every 5xx.
  expect(deferred.status).toBe(400);
  const part = await tus('POST', '', {
    headers: { authorization, 'upload-concat': 'partial', 'upload-length': '5' },
  });
  expect(part.status).toBe(400);
  const upload = await announce(camera.authorization, photo);
  const changed = await tus('PATCH', `/${upload.id}`, {
    token: upload.token,
    headers: { 'upload-offset': '0', 'upload-length': '5' },
    body: photo.subarray(0, 5),
  });
  expect(changed.status).toBe(400);
});

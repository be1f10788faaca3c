import { product } from '@gondola/db';
import { expect, test } from 'vitest';
import { partOf, startTestApi } from '../testing/start-test-api.ts';
import { writeThenRead } from '../testing/write-then-read.ts';

const api = await startTestApi('early_refusals');
const { device } = await api.addStore('0421');
const manager = await api.signIn('category_manager');
await api.db
  .insert(product)
  .values({ catalog: 'demo', sku: 'S1', gtin: '04006381333931', name: 'Ink', widthMm: 10, heightMm: 20 });
const announced = await api.ask(
  'mutation { captureUploadCreate(input: { mimeType: "image/jpeg", byteLength: 13000000 }) { url } }',
  {},
  device,
);
const { url } = partOf<{ url: string }>(announced, 'captureUploadCreate');
const tus = { 'Tus-Resumable': '1.0.0', 'Content-Type': 'application/offset+octet-stream' };
const unknown = '/uploads/01890000-0000-7000-8000-000000000000';
const bytes = 13_000_000;

/** Clients that say so, proxies that speak HTTP/1.0 among them, close after each answer. */
const connections = ['keep-alive', 'close'];

test.each([
  ['PUT without a key', 401, 'PUT', url, {}, { byteLength: bytes }],
  ['PUT of an unknown upload', 404, 'PUT', unknown, device, { byteLength: bytes }],
  ['PUT of a longer photo', 413, 'PUT', url, device, { byteLength: bytes + 1 }],
  [
    'PUT of a longer photo that does not say so',
    413,
    'PUT',
    url,
    device,
    { byteLength: bytes + 65_536, chunked: true },
  ],
  ['PATCH without a key', 401, 'PATCH', url, { ...tus, 'Upload-Offset': '0' }, { byteLength: bytes }],
  [
    'PATCH at another offset',
    409,
    'PATCH',
    url,
    { ...tus, ...device, 'Upload-Offset': '7' },
    { byteLength: bytes - 7 },
  ],
  [
    'PATCH of another protocol',
    412,
    'PATCH',
    url,
    { ...device, 'Upload-Offset': '0' },
    { byteLength: bytes },
  ],
  [
    'PATCH of too much',
    413,
    'PATCH',
    url,
    { ...tus, ...device, 'Upload-Offset': '0' },
    { byteLength: bytes + 1 },
  ],
  ['PUT of no image', 415, 'PUT', '/product-images?catalog=demo&key=Ink', manager, { byteLength: bytes }],
  [
    'POST of a long query',
    413,
    'POST',
    '/graphql',
    { ...manager, 'Content-Type': 'application/json' },
    { byteLength: bytes },
  ],
  ['PUT to nowhere', 404, 'PUT', '/nowhere', {}, { byteLength: bytes }],
] as const)(
  '%s is answered %i, and the answer reaches a client that is still sending',
  async (_, status, method, path, headers, body) => {
    for (const connection of connections)
      for (let time = 0; time < 2; time += 1) {
        const sent = { ...(headers as Record<string, string>), Connection: connection };
        const answer = await writeThenRead(`${api.url}${path}`, { method, headers: sent }, body);
        expect(answer.split('\r\n')[0], connection).toContain(`HTTP/1.1 ${status} `);
        // Express reads a long JSON body to its end, and a body in chunks may have come to its own: those may go on.
        if (path !== '/graphql' && !('chunked' in body)) expect(answer).toMatch(/\r\nConnection: close\r\n/i);
        expect(answer).toMatch(/\{.*\}$/);
      }
  },
);

test('what comes after an answer is read up to a limit, then the connection is closed', async () => {
  const sending = writeThenRead(`${api.url}/nowhere`, { method: 'PUT' }, { byteLength: 200_000_000 });
  await expect(sending).rejects.toMatchObject({ code: expect.stringMatching(/ECONNRESET|EPIPE/) });
});

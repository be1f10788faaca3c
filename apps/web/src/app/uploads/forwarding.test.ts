import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { DELETE, HEAD, OPTIONS, PATCH, POST, PUT } from './[[...path]]/route.ts';

const route = { DELETE, HEAD, OPTIONS, PATCH, POST, PUT };

/** Stands for the API: tells what it was asked, and how much of the body had come when it saw its first byte. */
const seen: { method: string; url: string; headers: IncomingHttpHeaders; body: string }[] = [];
const firstByte = Promise.withResolvers<void>();
const api = createServer(async (request, response) => {
  request.once('data', () => firstByte.resolve());
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { method = '', url = '', headers } = request;
  seen.push({ method, url, headers, body: Buffer.concat(chunks).toString() });
  response.writeHead(method === 'HEAD' ? 200 : 204, {
    'upload-offset': '11',
    'upload-expires': 'Wed, 25 Nov 2026 09:00:00 GMT',
    'tus-resumable': '1.0.0',
    'cache-control': 'no-store',
    location: '/uploads/1',
  });
  response.end();
});
api.listen(0, '127.0.0.1');
await once(api, 'listening');
process.env.API_URL = `http://127.0.0.1:${(api.address() as AddressInfo).port}`;
afterAll(() => api.close());

const headers = {
  'tus-resumable': '1.0.0',
  'upload-offset': '5',
  'upload-token': 'a token',
  'upload-length': '11',
  'upload-metadata': 'filetype aW1hZ2UvanBlZw==',
  'content-type': 'application/offset+octet-stream',
};

test('a piece of a photo is passed on while it comes, and not first gathered', async () => {
  const more = Promise.withResolvers<void>();
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      controller.enqueue(encoder.encode('half'));
      await more.promise;
      controller.enqueue(encoder.encode(' photo'));
      controller.close();
    },
  });
  const init: RequestInit & { duplex: 'half' } = { method: 'PATCH', headers, body, duplex: 'half' };
  const answer = route.PATCH(new Request('http://web/uploads/1?x=2', init));
  // The rest is only sent when the API has seen the beginning: a gathering proxy would wait for ever.
  await firstByte.promise;
  more.resolve();
  const { status, headers: answered } = await answer;
  expect(status).toBe(204);
  expect(answered.get('upload-offset')).toBe('11');
  expect(seen.at(-1)).toMatchObject({ method: 'PATCH', url: '/uploads/1?x=2', body: 'half photo', headers });
});

test.each(['HEAD', 'DELETE', 'POST', 'OPTIONS'] as const)(
  '%s reaches the API with what tus says in headers',
  async (method) => {
    const answer = await route[method](new Request('http://web/uploads', { method, headers }));
    expect(seen.at(-1)).toMatchObject({ method, url: '/uploads', headers });
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'upload-offset': '11',
      'upload-expires': 'Wed, 25 Nov 2026 09:00:00 GMT',
      'tus-resumable': '1.0.0',
      'cache-control': 'no-store',
      location: '/uploads/1',
    });
  },
);

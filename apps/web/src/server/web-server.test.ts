import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server, request as send } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { makeWebServer } from './web-server.ts';

const opened: Server[] = [];
afterAll(() => {
  for (const server of opened) server.close().closeAllConnections();
});
async function listen(server: Server): Promise<number> {
  opened.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

interface Seen {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** A double of the API: it notes each request; `/uploads/refused` is answered before its body was read. */
const seen: Seen[] = [];
const arrivals = { firstByte: Promise.withResolvers<void>(), aborted: Promise.withResolvers<void>() };
const api = createServer(async (request, response) => {
  const { method = '', url = '', headers } = request;
  if (url.startsWith('/uploads/refused')) {
    const refusal = '{"problem":{"code":"UPLOAD_TOKEN_INVALID"}}';
    response.writeHead(401, { 'content-length': refusal.length, 'www-authenticate': 'Bearer' });
    response.end(refusal);
    return;
  }
  request.once('data', () => arrivals.firstByte.resolve());
  request.once('aborted', () => arrivals.aborted.resolve());
  const body = await text(request).catch(() => 'aborted');
  seen.push({ method, url, headers, body });
  response.writeHead(method === 'HEAD' ? 200 : 204, {
    'upload-offset': '11',
    'tus-resumable': '1.0.0',
    location: '/uploads/1',
    'set-cookie': ['a=1', 'b=2'],
    connection: 'keep-alive, x-for-the-proxy',
    'x-for-the-proxy': 'not for the client',
  });
  response.end();
});
const pages = createServer((_request, response) => void response.end('a page')).listeners(
  'request',
)[0] as never;
const open = (apiOrigin: string) => listen(makeWebServer({ apiOrigin, pages, takesWebSockets: false }));
const port = await open(`http://127.0.0.1:${await listen(api)}`);

const tusHeaders = {
  'tus-resumable': '1.0.0',
  'upload-offset': '5',
  'upload-token': 'a token',
  'upload-length': '11',
  'upload-metadata': 'filetype aW1hZ2UvanBlZw==',
  'content-type': 'application/offset+octet-stream',
};

async function ask(method: string, path: string, headers: Record<string, string> = {}, to = port) {
  const sent = send({ port: to, method, path, headers }).end();
  const [answer] = await once(sent, 'response');
  return { status: answer.statusCode, headers: answer.headers, body: await text(answer) };
}

/** Speaks HTTP as the plainest clients do: everything is written before anything is read. */
async function writeThenRead(head: string[], byteLength: number, to = port): Promise<string> {
  const socket = connect(to, '127.0.0.1');
  await once(socket, 'connect');
  socket.pause();
  const failed = Promise.withResolvers<never>();
  socket.on('error', failed.reject);
  const piece = Buffer.alloc(64 * 1024, 1);
  socket.write([...head, `Content-Length: ${byteLength}`, '', ''].join('\r\n'));
  for (let left = byteLength; left > 0; left -= piece.length)
    if (!socket.write(piece.subarray(0, left))) await Promise.race([once(socket, 'drain'), failed.promise]);
  let answer = '';
  socket.on('data', (chunk) => {
    answer += chunk.toString();
  });
  socket.resume();
  await expect.poll(() => answer, { timeout: 10_000 }).toMatch(/\r\n\r\n.*\}/s);
  socket.destroy();
  return answer;
}

test('a chunk of a photo is forwarded while it arrives, without buffering', async () => {
  const sent = send({ port, method: 'PATCH', path: '/uploads/1?x=2', headers: tusHeaders });
  sent.write('half');
  // The rest is sent only once the API has seen the beginning: a buffering proxy would wait for ever.
  await arrivals.firstByte.promise;
  sent.end(' photo');
  const [answer] = await once(sent, 'response');
  expect(answer.statusCode).toBe(204);
  expect(answer.headers['upload-offset']).toBe('11');
  expect(seen.at(-1)).toMatchObject({
    method: 'PATCH',
    url: '/uploads/1?x=2',
    body: 'half photo',
    headers: tusHeaders,
  });
});

test.each(['HEAD', 'DELETE', 'POST', 'OPTIONS'])(
  '%s passes both ways with its headers unchanged',
  async (method) => {
    const answer = await ask(method, '/uploads/', tusHeaders);
    expect(seen.at(-1)).toMatchObject({ method, url: '/uploads/', headers: tusHeaders });
    expect(answer.headers).toMatchObject({
      'upload-offset': '11',
      'tus-resumable': '1.0.0',
      location: '/uploads/1',
      'set-cookie': ['a=1', 'b=2'],
      'x-content-type-options': 'nosniff',
    });
    expect(answer.headers).not.toHaveProperty('x-for-the-proxy');
  },
);

test('an offer to upgrade to another protocol is ignored, and the request answered', async () => {
  const upgrade = { connection: 'Upgrade, HTTP2-Settings', upgrade: 'h2c', 'http2-settings': 'AAMAAABk' };
  expect((await ask('POST', '/graphql', upgrade)).status).toBe(204);
  expect(seen.at(-1)?.headers).not.toHaveProperty('upgrade');
  expect(seen.at(-1)?.headers).not.toHaveProperty('http2-settings');
  expect((await ask('GET', '/captures', upgrade)).body).toBe('a page');
});

test.each(['keep-alive', 'close'])(
  'a refusal reaches a client that writes 20 MB before it reads, on a connection to %s',
  async (connection) => {
    for (let time = 0; time < 5; time += 1) {
      const head = ['PUT /uploads/refused HTTP/1.1', 'Host: web', `Connection: ${connection}`];
      const answer = await writeThenRead(head, 20_000_000);
      expect(answer).toMatch(/^HTTP\/1\.1 401 /);
      expect(answer).toContain('UPLOAD_TOKEN_INVALID');
      expect(answer).toMatch(/\r\nConnection: close\r\n/i);
    }
  },
);

test('a refusal reaches a client at once, while it is still sending', async () => {
  const sent = send({
    port,
    method: 'PUT',
    path: '/uploads/refused',
    headers: { 'content-length': '1000000' },
  });
  sent.on('error', () => {});
  sent.write('the beginning');
  const [answer] = await once(sent, 'response');
  expect(answer.statusCode).toBe(401);
  expect(await text(answer)).toContain('UPLOAD_TOKEN_INVALID');
  sent.destroy();
});

test('an API that is away is said in the shape of its refusals, with a time to try again', async () => {
  const nowhere = await open('http://127.0.0.1:1');
  const answer = await writeThenRead(['PUT /uploads/1 HTTP/1.1', 'Host: web'], 6_000_000, nowhere);
  expect(answer).toMatch(/^HTTP\/1\.1 502 /);
  expect(answer).toMatch(/retry-after: 5/i);
  expect(answer).toContain('{"problem":{"path":"$","code":"API_UNREACHABLE"');
  const query = await ask('POST', '/graphql', {}, nowhere);
  expect(JSON.parse(query.body)).toMatchObject({ errors: [{ extensions: { code: 'API_UNREACHABLE' } }] });
  // tus-js-client waits on 423, and begins the upload anew on every other failure.
  expect(await ask('HEAD', '/uploads/1', {}, nowhere)).toMatchObject({
    status: 423,
    headers: { 'retry-after': '5' },
  });
});

test("the caller's address is appended to what the caller claims", async () => {
  await ask('GET', '/auth/session', { 'x-forwarded-for': '203.0.113.7' });
  expect(seen.at(-1)?.headers['x-forwarded-for']).toBe('203.0.113.7, 127.0.0.1');
  await ask('GET', '/auth/session');
  expect(seen.at(-1)?.headers['x-forwarded-for']).toBe('127.0.0.1');
});

test('a client that goes away ends its request at the API', async () => {
  const sent = send({ port, method: 'PATCH', path: '/uploads/1', headers: { 'content-length': '1000' } });
  sent.on('error', () => {});
  sent.write('some');
  await sleep(100);
  sent.destroy();
  await arrivals.aborted.promise;
});

test('metrics are not behind the sign-in page, and other paths are pages', async () => {
  expect(await ask('GET', '/metrics')).toMatchObject({
    status: 404,
    body: expect.stringContaining('PORT_METRICS'),
  });
  for (const path of ['/', '/graphqlx', '/uploadsx', '/images', '//uploads/1', '/captures/1'])
    expect((await ask('GET', path)).body, path).toBe('a page');
});

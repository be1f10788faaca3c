import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { freePort } from '@gondola/db/embedded';
import { afterAll, expect, test } from 'vitest';
import { makeCertificate } from './make-certificate.ts';
import { openTlsProxy } from './open-tls-proxy.ts';
import { readNginxExample } from './read-nginx-example.ts';

const document = join(import.meta.dirname, '../../../../docs/operations/reverse-proxy.md');
const rules = readNginxExample(await readFile(document, 'utf8'));
const folder = await mkdtemp(join(tmpdir(), 'gondola-proxy-'));
const hasOpenssl = spawnSync('openssl', ['version']).status === 0;
const certificate = hasOpenssl ? await makeCertificate(folder) : undefined;

/** Answers with what it got: the length of the body and the headers of the proxy. */
const target = createServer((incoming, outgoing) => {
  let bytes = 0;
  incoming.on('data', (chunk: Buffer) => (bytes += chunk.length));
  incoming.on('end', () => outgoing.end(JSON.stringify({ bytes, headers: incoming.headers })));
}).listen(0, '127.0.0.1');
await once(target, 'listening');
const address = target.address();
const targetPort = typeof address === 'object' && address ? address.port : 0;
const proxy =
  certificate &&
  (await openTlsProxy({
    target: `http://127.0.0.1:${targetPort}`,
    certificate,
    rules,
    port: await freePort(),
  }));
afterAll(async () => {
  await proxy?.close();
  target.close();
  await rm(folder, { recursive: true });
});

test('the documented example has a small limit in general, and room for payloads and photos', () => {
  expect(
    rules.map(({ path, maxBodyBytes, buffersRequests }) => [path, maxBodyBytes >> 20, buffersRequests]),
  ).toEqual([
    ['/', 1, true],
    ['/graphql', 12, true],
    ['/uploads', 41, false],
  ]);
});

test.runIf(hasOpenssl)(
  'a body within the limit arrives whole, with the caller and the protocol',
  async () => {
    const { status, body } = await post('/uploads/1', 2_000_000);
    expect(status).toBe(200);
    expect(JSON.parse(body)).toMatchObject({
      bytes: 2_000_000,
      headers: {
        host: new URL(proxy?.url ?? '').host,
        'x-forwarded-proto': 'https',
        'x-forwarded-for': expect.stringMatching(/127\.0\.0\.1|::1/),
      },
    });
  },
);

test.runIf(hasOpenssl)('a body over the limit is refused with a page in HTML, as nginx does', async () => {
  const { status, body } = await post('/auth/sign-in/email', 2_000_000);
  expect(status).toBe(413);
  expect(body).toContain('<h1>413 Request Entity Too Large</h1>');
});

test('an example with a directive that the proxy does not obey is refused', () => {
  expect(() => readNginxExample('```nginx\nserver { gzip on; location / { } }\n```')).toThrow(
    'directive gzip',
  );
});

async function post(path: string, bytes: number): Promise<{ status: number | undefined; body: string }> {
  const sent = request(new URL(path, proxy?.url), { method: 'POST', ca: certificate?.cert });
  sent.on('error', () => {}); // The rest of a refused body is not read.
  sent.end(Buffer.alloc(bytes));
  const [answer] = await once(sent, 'response');
  return { status: answer.statusCode, body: await text(answer) };
}

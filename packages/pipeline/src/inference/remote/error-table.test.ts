import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { expect, test } from 'vitest';
import { rowOfStatus, statusRows, unknownError } from './error-table.ts';
import { networkRowOf, networkRows, toNetworkFault } from './error-table-network.ts';
import { createProviderHttp } from './provider-http.ts';
import { durationMs, retryAfterMs } from './provider-waits.ts';

const now = Date.parse('2026-01-01T00:00:00Z');

test.each([
  ['120', 120_000],
  [' 7 ', 7_000],
  ['0', 0],
  ['Thu, 01 Jan 2026 00:01:30 GMT', 90_000],
  ['Wed, 31 Dec 2025 00:00:00 GMT', 0],
  ['999999999', 86_400_000],
])('Retry-After "%s" asks for %d ms', (header, ms) => {
  expect(retryAfterMs(header, now)).toBe(ms);
});

test.each([[undefined], ['soon'], ['-5'], ['1.5'], [['1', '2']], ['']])(
  'Retry-After %j asks for nothing',
  (header) => {
    expect(retryAfterMs(header, now)).toBeNull();
  },
);

test('the delay of a RetryInfo is a protobuf duration', () => {
  expect(durationMs('3.5s')).toBe(3500);
  expect(durationMs('30s')).toBe(30_000);
  expect(durationMs('30')).toBeNull();
});

test('every status has a row, and those without one of their own are classified by their class', () => {
  for (let status = 300; status < 600; status++)
    expect(rowOfStatus(status)).toEqual(
      statusRows[status] ??
        (status >= 500
          ? { kind: 'TRANSIENT', why: 'the provider failed' }
          : status < 400
            ? { kind: 'CONFIGURATION', why: 'the endpoint sends callers elsewhere' }
            : unknownError),
    );
});

test.each(Object.entries(networkRows))('%s is known, also as the cause of another error', (code, row) => {
  const error = Object.assign(new Error('it broke'), { code });
  expect(networkRowOf(error)).toEqual(row);
  expect(networkRowOf(new TypeError('fetch failed', { cause: error }))).toEqual(row);
  expect(networkRowOf(new AggregateError([error]))).toEqual(row);
});

test('an unknown error is transient, and keeps its message', () => {
  expect(toNetworkFault(new Error('odd'))).toMatchObject({
    kind: 'TRANSIENT',
    message: 'an error that is not in the table: odd',
  });
  const circle = new Error('circle');
  circle.cause = circle;
  expect(networkRowOf(circle)).toBeNull();
});

const send = (url: string) =>
  createProviderHttp(url, 1)
    .send({ method: 'GET', path: '/', signal: new AbortController().signal })
    .then(
      () => 'answered',
      (error: unknown) => toNetworkFault(error),
    );

test('a name that does not resolve and a closed port are transient', async () => {
  expect(await send('http://nowhere.invalid')).toMatchObject({ kind: 'TRANSIENT' });
  expect(await send('http://127.0.0.1:1')).toMatchObject({
    kind: 'TRANSIENT',
    message: expect.stringMatching(/cannot be reached/),
  });
});

test('TLS to a server without it is a configuration fault', async () => {
  const server = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const fault = await send(`https://127.0.0.1:${(server.address() as AddressInfo).port}`);
  server.close();
  expect(fault).toMatchObject({ kind: 'CONFIGURATION' });
});

test('an answer that is not HTTP is transient', async () => {
  const server = createServer((socket) => socket.end('hello\r\n\r\n'));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const fault = await send(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  server.close();
  expect(fault).toMatchObject({ kind: 'TRANSIENT' });
});

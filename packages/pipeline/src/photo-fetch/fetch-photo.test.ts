import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type FetchPhotoOptions, fetchPhoto } from './fetch-photo.ts';
import { photo, startPhotoServer } from './photo-server.testing.ts';
import type { PhotoUnreachable } from './photo-unreachable.ts';

const server = await startPhotoServer();
const { port, hits } = server;
beforeEach(() => {
  hits.length = 0;
});
afterAll(server.stop);

const loopback = (): FetchPhotoOptions => ({ rules: { loopbackPorts: [port] } });
const page = (path: string) => `http://127.0.0.1:${port}${path}`;

async function failureOf(address: string, options: FetchPhotoOptions): Promise<PhotoUnreachable> {
  return await fetchPhoto(address, options).then(
    () => expect.fail(`${address} was fetched`),
    (error) => error,
  );
}

describe('a photo that may be fetched', () => {
  test('arrives as the served bytes, and the request has no credentials', async () => {
    expect(photo.equals(await fetchPhoto(page('/photo.jpg'), loopback()))).toBe(true);
    expect(hits[0]?.headers).toMatchObject({ 'accept-encoding': 'identity' });
    expect(hits[0]?.headers).not.toHaveProperty('cookie');
    expect(hits[0]?.headers).not.toHaveProperty('authorization');
  });

  test('arrives directly from its server, even when the environment names a proxy', async () => {
    vi.stubEnv('HTTP_PROXY', 'http://127.0.0.1:1');
    vi.stubEnv('http_proxy', 'http://127.0.0.1:1');
    try {
      expect(await fetchPhoto(page('/photo.jpg'), loopback())).toHaveLength(photo.length);
    } finally {
      vi.unstubAllEnvs();
    }
  });

  test('uses one connection per hop, and none stays open', async () => {
    await fetchPhoto(page('/thrice'), loopback());
    expect(new Set(hits.map((hit) => hit.socket)).size).toBe(4);
    await expect.poll(() => hits.every((hit) => hit.socket.destroyed)).toBe(true);
  });

  test('may have no bytes; the decoder rejects it', async () => {
    expect(await fetchPhoto(page('/empty'), loopback())).toHaveLength(0);
  });

  test('may be redirected three times but not four', async () => {
    expect(await fetchPhoto(page('/thrice'), loopback())).toHaveLength(photo.length);
    expect(await failureOf(page('/four-times'), loopback())).toMatchObject({
      retry: false,
      detail: 'more than 3 redirects',
    });
  });

  test('may be named, when every address of the name is allowed', async () => {
    const resolve = async () => [{ address: '127.0.0.1', family: 4 }];
    const bytes = await fetchPhoto(`http://photos.test:${port}/photo.jpg`, { ...loopback(), resolve });
    expect(bytes).toHaveLength(photo.length);
    expect(hits[0]?.headers.host).toBe(`photos.test:${port}`);
  });
});

describe('a photo that costs too much', () => {
  test.each(['/endless', '/announced-too-large'])('%s is rejected during the download', async (path) => {
    const failure = await failureOf(page(path), { ...loopback(), maxBytes: 300_000 });
    expect(failure).toMatchObject({ name: 'PhotoRefused', reason: 'PHOTO_TOO_LARGE' });
  });

  test('of exactly the maximum size passes', async () => {
    expect(await fetchPhoto(page('/photo.jpg'), { ...loopback(), maxBytes: photo.length })).toHaveLength(
      photo.length,
    );
  });

  test('is not decompressed', async () => {
    expect(await failureOf(page('/gzip'), loopback())).toMatchObject({
      name: 'PhotoUnreachable',
      retry: false,
    });
  });
});

describe('a server in trouble', () => {
  test.each([
    ['/404', {}, true],
    ['/403', {}, false],
    ['/410', {}, false],
    ['/no-location', {}, false],
    ['/503', {}, true],
    ['/429', {}, true],
    ['/silent', { headersTimeoutMs: 200 }, true],
    ['/stalls', { bodyTimeoutMs: 200 }, true],
    ['/drips', { totalTimeoutMs: 200 }, true],
    ['/cut', {}, true],
  ])('%s gives the one generic error, retry or not', async (path, timeouts, retry) => {
    const failure = await failureOf(page(path), { ...loopback(), ...timeouts });
    expect(failure).toMatchObject({
      name: 'PhotoUnreachable',
      message: 'The photo could not be fetched from its address',
      retry,
    });
    expect(failure.detail).not.toBe('');
  });

  test.each([
    ['/429', null],
    ['/429-for-90-s', 90],
    ['/503-for-120-s', 120],
    ['/403', null],
  ])('%s sets the seconds before a retry: %s', async (path, retryAfterSeconds) => {
    expect(await failureOf(page(path), loopback())).toMatchObject({ retryAfterSeconds });
  });

  test('that is not running, or has an unknown name, may be retried', async () => {
    const closed = createServer().listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const free = (closed.address() as AddressInfo).port;
    closed.close();
    await once(closed, 'close');
    const options = { rules: { loopbackPorts: [free] } };
    expect(await failureOf(`http://127.0.0.1:${free}/`, options)).toMatchObject({ retry: true });
    const resolve = async () => {
      throw Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' });
    };
    const unknown = await failureOf(`http://photos.test:${port}/`, { ...loopback(), resolve });
    expect(unknown).toMatchObject({ retry: true, detail: expect.stringContaining('ENOTFOUND') });
  });

  test('a hanging resolver ends at the deadline', async () => {
    const resolve = () => new Promise<never>(() => undefined);
    const options = { ...loopback(), resolve, totalTimeoutMs: 200 };
    for (const scheme of ['http', 'https']) {
      const startedAt = performance.now();
      expect(await failureOf(`${scheme}://photos.test:${port}/`, options)).toMatchObject({ retry: true });
      expect(performance.now() - startedAt).toBeLessThan(2_000);
    }
  });

  test('an aborting caller gets its own reason', async () => {
    const reason = new Error('the worker stops');
    const stop = new AbortController();
    setTimeout(() => stop.abort(reason), 50);
    await expect(fetchPhoto(page('/silent'), { ...loopback(), signal: stop.signal })).rejects.toBe(reason);
  });
});

import { afterAll, expect, test } from 'vitest';
import { photoFetcher } from './photo-fetcher.ts';
import { photo, startPhotoServer } from './photo-server.testing.ts';

const server = await startPhotoServer();
const other = await startPhotoServer();
afterAll(() => {
  server.stop();
  other.stop();
});

test('a host is not called before its Retry-After has passed, other hosts are', async () => {
  let nowMs = 1_000_000;
  const options = { rules: { loopbackPorts: [server.port, other.port] } };
  const fetch = photoFetcher(options, () => nowMs);
  const { signal } = new AbortController();
  const page = (path: string) => fetch(`http://127.0.0.1:${server.port}${path}`, signal);

  await expect(page('/429-for-90-s')).rejects.toMatchObject({ retry: true, retryAfterSeconds: 90 });
  nowMs += 60_000;
  await expect(page('/photo.jpg')).rejects.toMatchObject({ retry: true, retryAfterSeconds: 30 });
  expect(server.hits).toHaveLength(1);
  expect(await fetch(`http://127.0.0.1:${other.port}/photo.jpg`, signal)).toHaveLength(photo.length);
  nowMs += 30_000;
  expect(await page('/photo.jpg')).toHaveLength(photo.length);
});

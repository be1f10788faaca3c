import { expect, test } from 'vitest';
import { decodePhoto } from './decode/decode-photo.ts';
import { frameDifference, noiseFrame, softFrame } from './drawn-frames.testing.ts';
import { encodeJpeg } from './encode-jpeg.ts';

const noise = noiseFrame(600, 400);
const sizeOf = async (maxBytes: number) => (await encodeJpeg(noise, maxBytes))?.bytes.length;

test('a frame that fits is encoded in full size without visible change', async () => {
  const soft = softFrame(320, 240);
  const photo = await encodeJpeg(soft, 5_000_000);
  const { frame } = await decodePhoto(photo?.bytes ?? new Uint8Array());
  expect([photo?.widthPx, photo?.heightPx]).toEqual([320, 240]);
  expect(frameDifference(frame, soft).mean).toBeLessThan(2);
});

test('exactly the limit fits, and a byte less takes the next step', async () => {
  const best = (await sizeOf(5_000_000)) ?? 0;
  expect(await sizeOf(best)).toBe(best);
  const next = (await sizeOf(best - 1)) ?? 0;
  expect(next).toBeGreaterThan(0);
  expect(next).toBeLessThan(best);
});

test.each([150_000, 90_000, 40_000, 15_000])('noise is encoded in at most %d bytes', async (maxBytes) => {
  expect(await sizeOf(maxBytes)).toBeLessThanOrEqual(maxBytes);
});

test('quality is reduced before pixels', async () => {
  const best = (await sizeOf(5_000_000)) ?? 0;
  const photo = await encodeJpeg(noise, best - 1);
  expect([photo?.widthPx, photo?.heightPx]).toEqual([600, 400]);
});

test('a limit below the smallest step gives null', async () => {
  expect(await encodeJpeg(noise, 500)).toBeNull();
});

test('the same frame gives the same bytes and is not changed', async () => {
  const before = Buffer.from(noise.data);
  const [one, other] = [await encodeJpeg(noise, 90_000), await encodeJpeg(noise, 90_000)];
  expect(one).toEqual(other);
  expect(before.equals(noise.data)).toBe(true);
});

import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { decodeOnce } from '../decode-once.ts';
import { patternFrame } from '../drawn-frames.testing.ts';
import { sharp } from '../limits.ts';
import type { DecodeReport } from './decode-report.ts';
import { decodeUnrotated } from './decode-unrotated.ts';

const folder = await mkdtemp(join(tmpdir(), 'gondola-large-'));
afterAll(() => rm(folder, { recursive: true }));

/** One colour: the sides of a phone's photo at a small cost. */
const large = (width: number, height: number): Promise<Uint8Array> =>
  sharp({ create: { width, height, channels: 3, background: '#7755aa' } })
    .jpeg({ quality: 70 })
    .withMetadata({ orientation: 6 })
    .toBuffer();

/** A small JPEG whose header claims other sides. */
async function claiming(width: number, height: number, progressive: boolean): Promise<Uint8Array> {
  const { data } = patternFrame(64, 48);
  const jpeg = await sharp(data, { raw: { width: 64, height: 48, channels: 3 } })
    .jpeg({ progressive })
    .toBuffer();
  const frame = jpeg.indexOf(Buffer.from([0xff, progressive ? 0xc2 : 0xc0]));
  jpeg.writeUInt16BE(height, frame + 5);
  jpeg.writeUInt16BE(width, frame + 7);
  return jpeg;
}

test('a JPEG of 8192 x 6144 is read at its own sides, from a frame of half of them', async () => {
  const { reading, inferenceFrame } = await decodeOnce(await large(8192, 6144), {
    maxInferenceLongSidePx: 1600,
  });
  expect(reading).toMatchObject({
    widthPx: 6144,
    heightPx: 8192,
    warnings: [],
    display: { widthPx: 1800, heightPx: 2400 },
  });
  expect([inferenceFrame.width, inferenceFrame.height]).toEqual([1200, 1600]);
  const { frame, halved } = await decodeUnrotated(await large(8160, 6144));
  expect({ halved, width: frame.width, height: frame.height }).toEqual({
    halved: true,
    width: 4080,
    height: 3072,
  });
});

test('a photo of 30 MP is decoded as it is', async () => {
  const { frame, halved } = await decodeUnrotated(await large(6000, 5000));
  expect({ halved, width: frame.width, height: frame.height }).toEqual({
    halved: false,
    width: 6000,
    height: 5000,
  });
});

test.each<[string, number, number, boolean, number]>([
  ['a JPEG of 121 MP', 12_100, 10_000, false, 120_000_000],
  ['a progressive JPEG of 60 MP', 7_500, 8_000, true, 51_000_000],
])('%s is too large, and the refusal names the limit', async (_, width, height, progressive, maxPixels) => {
  await expect(decodeUnrotated(await claiming(width, height, progressive))).rejects.toMatchObject({
    reason: 'PHOTO_TOO_LARGE',
    params: { widthPx: width, heightPx: height, maxPixels },
  });
});

/** Decodes a photo in a process of its own. */
async function decodeApart(name: string, photo: Uint8Array): Promise<DecodeReport> {
  const file = join(folder, name);
  await writeFile(file, photo);
  const script = fileURLToPath(new URL('./decode-report.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [script, file]);
  return JSON.parse(stdout);
}

test('a photo of 108 MP takes less memory than one frame of its size, beside what a small photo takes', async () => {
  const small = await decodeApart('small.jpg', await large(60, 40));
  const report = await decodeApart('108.jpg', await large(12_000, 9_000));
  expect(report).toMatchObject({ outcome: 'jpeg', detail: '9000x12000' });
  expect(report.peakMb - small.peakMb).toBeLessThan((12_000 * 9_000 * 3) / 2 ** 20);
});

import { hasRealData, listReal, orSkipped, readReal } from '@gondola/testkit/real-data';
import { describe, expect, test } from 'vitest';
import { drawFrame } from './drawn-frames.testing.ts';
import { sharp } from './limits.ts';
import { decodeReferenceImage } from './reference-image.ts';

/** A red box of 200 x 300 px in the middle of 400 x 500 px of `background`. */
async function packshot(background: { r: number; g: number; b: number; alpha: number }) {
  const box = await sharp({ create: { width: 200, height: 300, channels: 3, background: '#c01020' } })
    .png()
    .toBuffer();
  return sharp({ create: { width: 400, height: 500, channels: 4, background } }).composite([{ input: box }]);
}

describe('a reference image', () => {
  test.each([
    ['transparent PNG', { r: 0, g: 0, b: 0, alpha: 0 }, 'png', 0],
    ['white PNG', { r: 255, g: 255, b: 255, alpha: 1 }, 'png', 0],
    ['off-white JPEG', { r: 250, g: 251, b: 250, alpha: 1 }, 'jpeg', 8],
    ['transparent WebP', { r: 255, g: 255, b: 255, alpha: 0 }, 'webp', 4],
  ] as const)('of a %s is cut to the product', async (_, background, format, bleed) => {
    const frame = await decodeReferenceImage(await (await packshot(background)).toFormat(format).toBuffer());
    // A JPEG bleeds into the blocks beside the edge.
    expect(Math.abs(frame.width - 200)).toBeLessThanOrEqual(bleed);
    expect(Math.abs(frame.height - 300)).toBeLessThanOrEqual(bleed);
    expect(frame.data).toHaveLength(frame.width * frame.height * 3);
    const centre = ((frame.height >> 1) * frame.width + (frame.width >> 1)) * 3;
    expect(frame.data[centre]).toBeGreaterThan(180);
    expect(frame.data[centre + 1]).toBeLessThan(40);
  });

  test('has a long side of 640 px at most and is not enlarged', async () => {
    const { data, width, height } = drawFrame(1000, 2000, (x, y) => [x % 200, y % 200, 30]);
    const large = sharp(data, { raw: { width, height, channels: 3 } });
    const frame = await decodeReferenceImage(await large.png().toBuffer());
    expect([frame.width, frame.height]).toEqual([320, 640]);
  });

  test('that is all white stays whole', async () => {
    const white = sharp({ create: { width: 30, height: 20, channels: 3, background: 'white' } });
    const frame = await decodeReferenceImage(await white.png().toBuffer());
    expect([frame.width, frame.height]).toEqual([30, 20]);
  });

  test('that is broken is rejected like a photo', async () => {
    await expect(decodeReferenceImage(new Uint8Array(0))).rejects.toMatchObject({ reason: 'PHOTO_EMPTY' });
    const png = await (await packshot({ r: 0, g: 0, b: 0, alpha: 0 })).png().toBuffer();
    await expect(decodeReferenceImage(png.subarray(0, png.length >> 1))).rejects.toMatchObject({
      reason: 'PHOTO_CORRUPT',
    });
  });

  test.skipIf(!hasRealData)(`of every real product decodes${orSkipped}`, async () => {
    const files = [
      ...(await listReal('azure-shelf-planogram/catalog')),
      ...(await listReal('packshots-grocerystore')),
    ];
    expect(files).toHaveLength(46);
    for (const file of files) {
      const frame = await decodeReferenceImage(await readReal(file));
      expect(Math.max(frame.width, frame.height)).toBeLessThanOrEqual(640);
      expect(Math.min(frame.width, frame.height)).toBeGreaterThan(40);
      expect(frame.data).toHaveLength(frame.width * frame.height * 3);
    }
  });
});

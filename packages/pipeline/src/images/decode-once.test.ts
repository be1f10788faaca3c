import { hasRealData, orSkipped, readReal } from '@gondola/testkit/real-data';
import { describe, expect, test } from 'vitest';
import { decodeOnce } from './decode-once.ts';
import { frameDifference, patternFrame, softFrame } from './drawn-frames.testing.ts';
import { toInferenceFrame } from './inference-frame.ts';
import { sharp } from './limits.ts';
import { measureFrame } from './measure/measure-frame.ts';

const limits = { maxInferenceLongSidePx: 160 };

async function stored(orientation: number): Promise<Uint8Array> {
  const { data, width, height } = patternFrame(400, 300);
  return await sharp(data, { raw: { width, height, channels: 3 } })
    .withMetadata({ orientation })
    .jpeg()
    .toBuffer();
}

describe('one decode', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'gives the frame that a later decode gives, to the last bit, turned by %i',
    async (orientation) => {
      const bytes = await stored(orientation);
      const { inferenceFrame, reading } = await decodeOnce(bytes, limits);
      expect(inferenceFrame).toEqual(await toInferenceFrame(bytes, 160));
      expect([reading.widthPx, reading.heightPx]).toEqual(orientation > 4 ? [300, 400] : [400, 300]);
      // sharp turns the photo itself before it shrinks it: the same image except for rounding.
      const { data, info } = await sharp(bytes)
        .autoOrient()
        .resize({ width: 160, height: 160, fit: 'inside' })
        .raw()
        .toBuffer({ resolveWithObject: true });
      const byOther = { data, width: info.width, height: info.height };
      expect(frameDifference(inferenceFrame, byOther).mean).toBeLessThan(1);
    },
  );

  test('measures the whole photo and leaves a small one its own frame', async () => {
    const { data, width, height } = softFrame(120, 90);
    const png = await sharp(data, { raw: { width, height, channels: 3 } })
      .png()
      .toBuffer();
    const { inferenceFrame, reading } = await decodeOnce(png, limits);
    expect(frameDifference(inferenceFrame, { data, width, height }).max).toBe(0);
    expect(reading).toMatchObject({ ...measureFrame({ data, width, height }), warnings: [] });
    expect(reading.thumbnail).toMatchObject({ widthPx: 120, heightPx: 90 });
  });

  test('measures the stored values, whatever colour profile is embedded', async () => {
    const { data, width, height } = patternFrame(120, 90);
    const p3 = await sharp(data, { raw: { width, height, channels: 3 } })
      .png()
      .withIccProfile('p3')
      .toBuffer();
    const values = await sharp(p3, { ignoreIcc: true }).raw().toBuffer();
    const { reading, inferenceFrame } = await decodeOnce(p3, limits);
    expect(reading).toMatchObject(measureFrame({ data: values, width, height }));
    expect(frameDifference(inferenceFrame, { data: values, width, height }).max).toBeGreaterThan(5);
  });

  // cv2.Laplacian(cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY), cv2.CV_64F).var() of OpenCV 4.6.0, rgb decoded by Pillow 9.4
  test.skipIf(!hasRealData).each([
    ['azure-shelf-planogram/shelf.jpg', 991.4554175877244],
    ['k4r-shelf-photos/input.jpg', 197.41380346777873],
    ['exif-orientation/Portrait_6.jpg', 1352.4648087575817],
    ['packshots-grocerystore/Alpro-Blueberry-Soyghurt_Iconic.jpg', 1558.8972553821038],
    ['barcodes-zxing/ean13-1/1.png', 673.7264259337954],
    ['exif-samples/gps/DSCN0010.jpg', 6175.71773351504],
  ])(`finds the sharpness of the real %s as OpenCV does${orSkipped}`, async (name, expected) => {
    const { sharpness } = (await decodeOnce(await readReal(name), { maxInferenceLongSidePx: 1600 })).reading;
    expect(Math.abs(sharpness - expected)).toBeLessThanOrEqual(1e-12 * expected);
  });
});

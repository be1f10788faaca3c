import { describe, expect, test } from 'vitest';
import { hasRealData, readReal } from '../real-data/real-data.ts';
import { decodePhoto } from './decode-photo.ts';
import { drawFrame, noiseFrame, patternFrame } from './drawn-frames.ts';
import type { Frame } from './frame.ts';
import { sharp } from './limits.ts';
import { measureSharpness } from './measure-sharpness.ts';
import { sharpness } from './sharpness.ts';

const grey = (rows: number[][]): Frame =>
  drawFrame(rows[0]?.length ?? 0, rows.length, (x, y) => {
    const value = rows[y]?.[x] ?? 0;
    return [value, value, value];
  });

describe('the variance of the Laplacian', () => {
  test('of one colour is zero', () => {
    expect(
      sharpness(
        grey([
          [7, 7, 7, 7],
          [7, 7, 7, 7],
        ]),
      ),
    ).toBe(0);
  });

  test('of a lone dot, by hand', () => {
    // Reflecting the border without repeating it makes the dot count twice for its four neighbours:
    //   0 20  0        sum 40, sum of squares 4 * 400 + 1600 = 3200
    //  20 -40 20       variance 3200 / 9 - (40 / 9)^2
    //   0 20  0
    const frame = grey([
      [0, 0, 0],
      [0, 10, 0],
      [0, 0, 0],
    ]);
    expect(sharpness(frame)).toBeCloseTo(3200 / 9 - (40 / 9) ** 2, 10);
  });

  test('of a step in a single row, by hand', () => {
    // 0 0 9 9 -> 0 9 -9 0: no row above or below, so these differences vanish.
    expect(sharpness(grey([[0, 0, 9, 9]]))).toBeCloseTo(162 / 4, 10);
  });

  test('of the grey value that OpenCV rounds to', () => {
    // Green 100 alone is grey (1923500 + 16384) >> 15 = 59; 59 beside 0 gives -2 * 59 and 2 * 59.
    const frame = drawFrame(2, 1, (x) => [0, x === 0 ? 100 : 0, 0]);
    expect(sharpness(frame)).toBe((2 * 59) ** 2);
  });

  // cv2 4.6.0 (Debian 12), the same pixels by the same formulas:
  // cv2.Laplacian(cv2.cvtColor(a, cv2.COLOR_RGB2GRAY), cv2.CV_64F).var()
  test.each([
    ['noise', 64, 48, 49007.761060926656],
    ['noise', 1, 1, 0],
    ['noise', 1, 5, 52152.24],
    ['noise', 5, 1, 6177.36],
    ['noise', 2, 2, 20718],
    ['noise', 3, 2, 59397.47222222222],
    ['noise', 31, 1, 14465.639958376692],
    ['pattern', 640, 480, 10997.265930487729],
    ['pattern', 101, 67, 10750.549598776335],
  ])('of %s %i x %i equals OpenCV', (kind, width, height, expected) => {
    const frame = kind === 'noise' ? noiseFrame(width, height) : patternFrame(width, height);
    const found = sharpness(frame);
    expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-12 * expected);
  });

  test('does not depend on which way the photo is held', () => {
    const { data, width, height } = noiseFrame(23, 17);
    const turned = drawFrame(height, width, (x, y) => {
      const at = (x * width + (width - 1 - y)) * 3;
      return [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
    });
    expect(sharpness(turned)).toBe(sharpness({ data, width, height }));
  });
});

describe('the sharpness of a photo', () => {
  test('is that of its stored values, whatever colour profile is embedded', async () => {
    const { data, width, height } = patternFrame(120, 90);
    const raw = sharp(data, { raw: { width, height, channels: 3 } });
    const p3 = await raw.clone().png().withIccProfile('p3').toBuffer();
    const stored = await sharp(p3, { ignoreIcc: true }).raw().toBuffer();
    const photo = await decodePhoto(p3);
    expect(photo.colourConverted).toBe(true);
    expect(await measureSharpness(p3, photo)).toBe(sharpness({ data: stored, width, height }));
  });

  // cv2 4.6.0 over Pillow 9.4: numpy.array(Image.open(f).convert('RGB')), then as above.
  test.skipIf(!hasRealData).each([
    ['jp-shelf-price-tags/raw/20240913_161202_1111_2.jpg', 381.89187440861093],
    ['jp-shelf-price-tags/raw/20240913_161240_1108_1.jpg', 452.8195052628656],
    ['azure-shelf-planogram/shelf.jpg', 991.4554175877244],
    ['k4r-shelf-photos/input.jpg', 197.41380346777873],
    ['exif-orientation/Portrait_6.jpg', 1352.4648087575817],
    ['packshots-grocerystore/Alpro-Blueberry-Soyghurt_Iconic.jpg', 1558.8972553821038],
    ['barcodes-zxing/ean13-1/1.png', 673.7264259337954],
    ['exif-samples/gps/DSCN0010.jpg', 6175.71773351504],
  ])('of the real %s equals OpenCV (skipped: no real data)', async (name, expected) => {
    const bytes = await readReal(name);
    const found = await measureSharpness(bytes, await decodePhoto(bytes));
    expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-12 * expected);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawFrame, noiseFrame, patternFrame } from '../drawn-frames.testing.ts';
import type { Frame } from '../frame.ts';
import { maxFrameSidePx, measureFrame } from './measure-frame.ts';
import { plainMeasures } from './plain-measures.testing.ts';

describe('the compiled measures equal the reference exactly', () => {
  test('for noise of every width and height up to 36 pixels', () => {
    for (let width = 1; width <= 36; width++)
      for (let height = 1; height <= 36; height++) {
        const frame = noiseFrame(width, height);
        expect(measureFrame(frame), `${width} x ${height}`).toEqual(plainMeasures(frame));
      }
  });

  test('for random frames of flat, dark, burnt and noisy patches', () => {
    const size = fc.oneof(fc.integer({ min: 1, max: 90 }), fc.constantFrom(1, 2, 15, 16, 17, 31, 32, 33, 48));
    fc.assert(
      fc.property(size, size, fc.array(patch, { minLength: 1, maxLength: 12 }), (width, height, patches) => {
        const frame = patchwork(width, height, patches);
        expect(measureFrame(frame)).toEqual(plainMeasures(frame));
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ['many strips', 700, 900],
    ['one row a strip', maxFrameSidePx, 3],
    ['a single column', 1, 5_000],
    ['a single row', 5_000, 1],
  ])('over %s', (_, width, height) => {
    const frame = noiseFrame(width, height);
    expect(measureFrame(frame)).toEqual(plainMeasures(frame));
  });

  test('for the largest possible sums', () => {
    // Single white pixels on black: Laplacians of 1,020 and 255 across the widest row.
    const frame = drawFrame(maxFrameSidePx, 4, (x, y) => {
      const value = (x + y) % 2 === 0 ? 255 : 0;
      return [value, value, value];
    });
    expect(measureFrame(frame)).toEqual(plainMeasures(frame));
    expect(measureFrame(frame).sharpness).toBeGreaterThan(1_000_000);
  });
});

test('the measures of one photo do not affect the next', () => {
  const small = noiseFrame(21, 19);
  const before = measureFrame(small);
  measureFrame(drawFrame(640, 480, () => [255, 255, 255]));
  expect(measureFrame(small)).toEqual(before);
});

test('a frame that is too wide is rejected', () => {
  const frame = { data: new Uint8Array((maxFrameSidePx + 1) * 3), width: maxFrameSidePx + 1, height: 1 };
  expect(() => measureFrame(frame)).toThrow(RangeError);
});

describe('light', () => {
  test('of a grey wall is that grey', () => {
    const light = measureFrame(drawFrame(40, 40, () => [90, 90, 90]));
    expect(light).toEqual({ sharpness: 0, meanGrey: 90, darkShare: 0, glareShare: 0 });
  });

  test('is dark under a grey of 16', () => {
    const half = drawFrame(40, 40, (x) => (x < 20 ? [15, 15, 15] : [16, 16, 16]));
    expect(measureFrame(half).darkShare).toBe(0.5);
  });

  test('is glare where a whole block is burnt out, not where print stands on white', () => {
    const lamp = drawFrame(64, 64, (x, y) => (x < 32 && y < 32 ? [255, 255, 255] : [120, 120, 120]));
    expect(measureFrame(lamp).glareShare).toBe(0.25);
    const priceTag = drawFrame(64, 64, (x) => (x % 12 === 0 ? [10, 10, 10] : [255, 255, 255]));
    expect(measureFrame(priceTag).glareShare).toBe(0);
  });
});

describe('the variance of the Laplacian', () => {
  test('of a lone dot, by hand', () => {
    // The border is reflected without repeating it, so the dot counts twice for its four neighbours:
    //   0 20  0        sum 40, sum of squares 4 * 400 + 1600 = 3200
    //  20 -40 20       variance 3200 / 9 - (40 / 9)^2
    //   0 20  0
    const frame = drawFrame(3, 3, (x, y) => (x === 1 && y === 1 ? [10, 10, 10] : [0, 0, 0]));
    expect(measureFrame(frame).sharpness).toBeCloseTo(3200 / 9 - (40 / 9) ** 2, 10);
  });

  test('of a step in a single row, by hand', () => {
    // 0 0 9 9 -> 0 9 -9 0: no row above or below, so these differences vanish.
    const frame = drawFrame(4, 1, (x) => (x < 2 ? [0, 0, 0] : [9, 9, 9]));
    expect(measureFrame(frame).sharpness).toBeCloseTo(162 / 4, 10);
  });

  test('of the grey value that OpenCV rounds to', () => {
    // Green 100 alone is grey (1923500 + 16384) >> 15 = 59; 59 beside 0 gives -2 * 59 and 2 * 59.
    const frame = drawFrame(2, 1, (x) => [0, x === 0 ? 100 : 0, 0]);
    expect(measureFrame(frame).sharpness).toBe((2 * 59) ** 2);
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
    const found = measureFrame(frame).sharpness;
    expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-12 * expected);
  });

  test('does not depend on the orientation of the photo', () => {
    const { data, width, height } = noiseFrame(23, 17);
    const turned = drawFrame(height, width, (x, y) => {
      const at = (x * width + (width - 1 - y)) * 3;
      return [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
    });
    expect(measureFrame(turned).sharpness).toBe(measureFrame({ data, width, height }).sharpness);
  });
});

interface Patch {
  kind: 'flat' | 'noise';
  value: number;
  x: number;
  y: number;
  size: number;
}

const patch: fc.Arbitrary<Patch> = fc.record({
  kind: fc.constantFrom('flat', 'noise'),
  value: fc.oneof(fc.constantFrom(0, 15, 16, 249, 250, 255), fc.integer({ min: 0, max: 255 })),
  x: fc.integer({ min: 0, max: 80 }),
  y: fc.integer({ min: 0, max: 80 }),
  size: fc.integer({ min: 1, max: 60 }),
});

function patchwork(width: number, height: number, patches: readonly Patch[]): Frame {
  const noise = noiseFrame(width, height);
  const inside = ({ x, y, size }: Patch, px: number, py: number) =>
    px >= x && px < x + size && py >= y && py < y + size;
  return drawFrame(width, height, (px, py) => {
    const top = patches.findLast((one) => inside(one, px, py));
    if (!top) return [200, 100, 50];
    const at = (py * width + px) * 3;
    return top.kind === 'flat'
      ? [top.value, top.value, top.value]
      : [noise.data[at] ?? 0, noise.data[at + 1] ?? 0, noise.data[at + 2] ?? 0];
  });
}

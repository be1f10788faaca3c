import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isInOutlines } from '../compliance/align/covered-share.ts';
import { outlinesOf } from './outlines-of.ts';

const identity = [0.01, 0, 0, 0, 0.01, 0, 0, 0, 1];

test('a point is within the outlines exactly when its block is marked, whatever the marks', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 7 }).chain((width) =>
        fc.integer({ min: 1, max: 7 }).chain((height) =>
          fc.record({
            width: fc.constant(width),
            height: fc.constant(height),
            marks: fc.array(fc.boolean(), { minLength: width * height, maxLength: width * height }),
          }),
        ),
      ),
      ({ width, height, marks }) => {
        const mask = Uint8Array.from(marks, Number);
        const outlines = outlinesOf({ mask, width, height, blockMm: 10 }, identity).flatMap(
          (region) => region.outlines,
        );
        for (let y = 0; y < height; y++)
          for (let x = 0; x < width; x++)
            expect(isInOutlines(outlines, (x + 0.5) * 0.1, (y + 0.5) * 0.1)).toBe(marks[y * width + x]);
      },
    ),
  );
});

test('parts that do not touch are regions of their own, and straight sides have no corners between', () => {
  const mask = Uint8Array.from([1, 1, 0, 1]);
  const regions = outlinesOf({ mask, width: 4, height: 1, blockMm: 10 }, identity);
  expect(regions).toEqual([
    { outlines: [[0, 0, 0.2, 0, 0.2, 0.1, 0, 0.1]] },
    { outlines: [[0.3, 0, 0.4, 0, 0.4, 0.1, 0.3, 0.1]] },
  ]);
});

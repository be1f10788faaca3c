import fc from 'fast-check';
import { expect, test } from 'vitest';
import { areaOf, byScore, type RawBox, sharedArea } from './raw-box.ts';
import { suppress } from './suppress.ts';

const boxes = fc.array(
  fc
    .record({
      left: fc.integer({ min: -20, max: 200 }),
      top: fc.integer({ min: -20, max: 200 }),
      width: fc.integer({ min: 1, max: 120 }),
      height: fc.integer({ min: 1, max: 120 }),
      score: fc.integer({ min: 1, max: 20 }).map((n) => n / 20),
      classIndex: fc.nat(2),
    })
    .map(
      ({ width, height, ...box }): RawBox => ({
        ...box,
        right: box.left + width,
        bottom: box.top + height,
      }),
    ),
  { maxLength: 60 },
);

/** By the definition, each box against each kept one. */
function plainly(all: readonly RawBox[], maxIou: number, acrossClasses: boolean): RawBox[] {
  const kept: RawBox[] = [];
  for (const box of all.toSorted(byScore)) {
    const rival = kept.find((other) => {
      const shared = sharedArea(box, other);
      const union = areaOf(box) + areaOf(other) - shared;
      return (acrossClasses || other.classIndex === box.classIndex) && shared / union > maxIou;
    });
    if (!rival) kept.push(box);
  }
  return kept;
}

test('the result equals that of comparing every pair, in any order of the boxes', () => {
  fc.assert(
    fc.property(boxes, fc.constantFrom(0, 0.3, 0.5, 1), fc.boolean(), (all, maxIou, acrossClasses) => {
      const rules = { maxIou, acrossClasses };
      expect(suppress(all, rules)).toEqual(plainly(all, maxIou, acrossClasses));
      expect(suppress(all.toReversed(), rules)).toEqual(suppress(all, rules));
    }),
    { numRuns: 300 },
  );
});

test('boxes without an area or with sides that are no numbers are not kept', () => {
  const box: RawBox = { left: 0, top: 0, right: 1, bottom: 1, score: 1, classIndex: 0 };
  const rules = { maxIou: 0.5, acrossClasses: false };
  expect(suppress([{ ...box, right: 0 }, { ...box, top: Number.NaN }, box], rules)).toEqual([box]);
});

import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { compose } from '../math/homography.ts';
import type { Planogram } from '../planogram/model.ts';
import type { Realogram } from '../realogram.ts';
import { scaleAndShift } from './align/registration.ts';
import { assess } from './assess.ts';
import { perfectRealogram, randomBay } from './random-bay.testing.ts';

// Each run aligns whole bays: a few seconds a test on a quiet machine, and much more where others compute too.
vi.setConfig({ testTimeout: 120_000 });
const runs = { numRuns: 60, seed: 20261124 };

const anyBay = fc
  .record({
    seed: fc.integer({ min: 1, max: 1e6 }),
    shelves: fc.integer({ min: 1, max: 6 }),
    products: fc.integer({ min: 1, max: 25 }),
  })
  .map(({ seed, ...wanted }) => randomBay(seed, wanted));

/** Any location of the bay in the photo in which all of it is visible. */
const anyFrame = fc
  .record({
    width: fc.double({ min: 0.4, max: 1, noNaN: true }),
    height: fc.double({ min: 0.4, max: 1, noNaN: true }),
    right: fc.double({ min: 0, max: 1, noNaN: true }),
    down: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ width, height, right, down }) =>
    scaleAndShift(width, height, (1 - width) * right, (1 - height) * down),
  );

const seenIn = (planogram: Planogram, frame: number[]): Realogram =>
  perfectRealogram(
    planogram,
    compose(frame, scaleAndShift(1 / planogram.widthMm, 1 / planogram.heightMm, 0, 0)),
  );

/** An ordinary shelf: some facings missing, some with another label. */
function worn(realogram: Realogram, planogram: Planogram, marks: readonly number[]): Realogram {
  const detections = realogram.detections.flatMap((detection, i) => {
    const mark = marks[i % marks.length] ?? 0;
    if (mark < 10) return [];
    const other = planogram.products[mark % planogram.products.length];
    return mark < 18 ? [{ ...detection, productId: other?.id ?? null }] : [detection];
  });
  return { ...realogram, detections };
}
const anyMarks = fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 7, maxLength: 40 });

test('a perfect shelf scores 1 with full coverage, wherever it is in the photo', () => {
  fc.assert(
    fc.property(anyBay, anyFrame, (bay, frame) => {
      const compliance = assess(bay, seenIn(bay, frame));
      expect(compliance).toMatchObject({ score: 1, coverage: 1 });
      expect(compliance.findings.every((finding) => finding.verdict === 'MATCH')).toBe(true);
    }),
    runs,
  );
});

test('an empty shelf scores 0 with full coverage, and a bay out of view has no score', () => {
  fc.assert(
    fc.property(anyBay, (bay) => {
      const nothing = { detections: [], truncated: false };
      const inView = scaleAndShift(1 / bay.widthMm, 1 / bay.heightMm, 0, 0);
      expect(assess(bay, { ...nothing, planogramToPhoto: inView })).toMatchObject({ score: 0, coverage: 1 });
      const beside = compose(scaleAndShift(1, 1, 2, 0), inView);
      const unseen = assess(bay, { ...nothing, planogramToPhoto: beside });
      expect(unseen).toMatchObject({ score: null, coverage: 0 });
      expect(unseen.unscoredReason).toContain('outside the photo');
    }),
    runs,
  );
});

test('the order of detections changes nothing', () => {
  fc.assert(
    fc.property(anyBay, anyMarks, fc.infiniteStream(fc.nat()), (bay, marks, keys) => {
      const realogram = worn(seenIn(bay, scaleAndShift(0.8, 0.8, 0.1, 0.1)), bay, marks);
      const shuffled = realogram.detections
        .map((detection) => ({ detection, key: Number(keys.next().value) }))
        .toSorted((a, b) => a.key - b.key)
        .map(({ detection }) => detection);
      expect(assess(bay, { ...realogram, detections: shuffled })).toEqual(assess(bay, realogram));
    }),
    runs,
  );
});

test('the same input gives the same result, and stays unchanged', () => {
  fc.assert(
    fc.property(anyBay, anyMarks, (bay, marks) => {
      const realogram = worn(seenIn(bay, scaleAndShift(0.8, 0.8, 0.1, 0.1)), bay, marks);
      const before = JSON.stringify([bay, realogram]);
      expect(assess(bay, realogram)).toEqual(assess(structuredClone(bay), structuredClone(realogram)));
      expect(JSON.stringify([bay, realogram])).toBe(before);
    }),
    runs,
  );
});

test('a mirrored bay and photo have the same verdicts and the same score', () => {
  fc.assert(
    fc.property(anyBay, anyMarks, (bay, marks) => {
      const realogram = worn(seenIn(bay, scaleAndShift(0.8, 0.8, 0.1, 0.1)), bay, marks);
      const usual = assess(bay, realogram);
      const mirrored = assess(mirror(bay), {
        ...realogram,
        detections: realogram.detections.map((detection) => {
          const [x, y, width, height] = detection.box;
          return { ...detection, box: [1 - x - width, y, width, height] as typeof detection.box };
        }),
      });
      const verdicts = (compliance: typeof usual) =>
        new Map(compliance.findings.map(({ positionId, verdict }) => [positionId, verdict]));
      expect(verdicts(mirrored)).toEqual(verdicts(usual));
      if (usual.score === null) expect(mirrored.score).toBeNull();
      else expect(mirrored.score).toBeCloseTo(usual.score, 9);
      expect(mirrored.coverage).toBeCloseTo(usual.coverage, 9);
    }),
    runs,
  );
});

test('neither the planogram’s unit nor the size of the bay in the photo changes a verdict', () => {
  fc.assert(
    fc.property(
      anyBay,
      anyMarks,
      anyFrame,
      fc.double({ min: 0.05, max: 30, noNaN: true }),
      (bay, marks, frame, unit) => {
        const usual = worn(seenIn(bay, scaleAndShift(0.8, 0.8, 0.1, 0.1)), bay, marks);
        const verdicts = (planogram: Planogram, realogram: Realogram) =>
          assess(planogram, realogram).findings.map((finding) => [finding.positionId, finding.verdict]);
        const expected = verdicts(bay, usual);
        expect(verdicts(bay, worn(seenIn(bay, frame), bay, marks))).toEqual(expected);
        expect(verdicts(inUnit(bay, unit), usual)).toEqual(expected);
      },
    ),
    runs,
  );
});

test('the score and all rates are 0 to 1, and taking a facing away never raises the score', () => {
  fc.assert(
    fc.property(anyBay, anyMarks, fc.nat(), (bay, marks, which) => {
      const realogram = worn(seenIn(bay, scaleAndShift(0.8, 0.8, 0.1, 0.1)), bay, marks);
      const { score, coverage, components } = assess(bay, realogram);
      for (const rate of [score, coverage, ...Object.values(components)]) {
        if (rate !== null) expect(rate >= 0 && rate <= 1).toBe(true);
      }
      const rest = realogram.detections.filter(
        (_, i) => i !== which % Math.max(1, realogram.detections.length),
      );
      const after = assess(bay, { ...realogram, detections: rest }).score;
      if (score !== null && after !== null) expect(after).toBeLessThanOrEqual(score + 1e-12);
    }),
    runs,
  );
});

/** Exchanges left and right. */
function mirror(bay: Planogram): Planogram {
  const last = new Map<number, number>();
  for (const { shelfNumber, sequence } of bay.positions)
    last.set(shelfNumber, Math.max(sequence, last.get(shelfNumber) ?? 0));
  const across = <T extends { xMm: number; widthMm: number }>(item: T): T => ({
    ...item,
    xMm: bay.widthMm - item.xMm - item.widthMm,
  });
  return {
    ...bay,
    shelves: bay.shelves.map(across),
    positions: bay.positions.map((position) => ({
      ...across(position),
      sequence: (last.get(position.shelfNumber) ?? 0) + 1 - position.sequence,
    })),
  };
}

function inUnit(bay: Planogram, unit: number): Planogram {
  const scaled = <T extends object>(item: T): T =>
    Object.fromEntries(
      Object.entries(item).map(([key, value]) => [
        key,
        key.endsWith('Mm') && value !== null ? Number(value) * unit : value,
      ]),
    ) as T;
  return {
    ...scaled(bay),
    shelves: bay.shelves.map(scaled),
    positions: bay.positions.map(scaled),
    products: bay.products.map(scaled),
  };
}

import { expect, test } from 'vitest';
import { project } from '../math/homography.ts';
import type { CoveredRegion, Realogram } from '../realogram.ts';
import { assess } from './assess.ts';
import { cameraOf, realogramOf, smallBay } from './small-bay.testing.ts';

const bay = smallBay('A B C D', 'E F G H');
const camera = cameraOf(bay);

/** A rectangle of the bay, in millimetres, as a region of the photo. */
function regionOf(left: number, top: number, right: number, bottom: number): CoveredRegion {
  const corners = [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ] as const;
  return { outlines: [corners.flatMap(([x, y]) => project(camera, x, y))] };
}

const placed = (realogram: Realogram, covered: CoveredRegion[]): Realogram => ({
  ...realogram,
  planogramToPhoto: camera,
  covered,
});
const without = (...gone: string[]) =>
  realogramOf(bay, (facing, { position }) => (gone.includes(position.productId) ? null : facing));
const at = (productId: string) => {
  const position = bay.positions.find((one) => one.productId === productId);
  if (!position) throw new Error(`no place of ${productId}`);
  return position;
};
const over = (productId: string, share: number) => {
  const { xMm, yMm, widthMm, heightMm } = at(productId);
  return regionOf(xMm, yMm - 1, xMm + share * widthMm, yMm + heightMm + 1);
};
const findingOf = (realogram: Realogram, productId: string) =>
  assess(bay, realogram).findings.find(({ positionId }) => positionId === at(productId).id);

test('a place behind something is not assessed, whatever seems to be there, and coverage falls', () => {
  const covered = [over('B', 1)];
  for (const realogram of [without('B'), without()]) {
    const { findings, coverage, score } = assess(bay, placed(realogram, covered));
    const finding = findings.find(({ positionId }) => positionId === at('B').id);
    expect(finding).toMatchObject({ verdict: 'NOT_ASSESSED', credit: null, facingsSeen: null });
    expect(finding?.evidence.facings).toMatchObject([{ found: 'COVERED', confidence: null }]);
    expect(finding?.reason).toContain('in front of');
    expect(coverage).toBeCloseTo(7 / 8, 9);
    expect(score).toBe(1);
  }
});

test('a bay that is covered all over has no score, and the reason says why', () => {
  const { score, unscoredReason, coverage } = assess(bay, placed(without(), [regionOf(-50, -50, 1050, 700)]));
  expect([score, coverage]).toEqual([null, 0]);
  expect(unscoredReason).toContain('8 behind something in front of the shelf');
});

test('an empty place that is in view stays missing beside a covered one', () => {
  const realogram = placed(without('B', 'C'), [over('B', 1)]);
  expect(findingOf(realogram, 'B')?.verdict).toBe('NOT_ASSESSED');
  expect(findingOf(realogram, 'C')?.verdict).toBe('MISSING');
});

test('a place counts as covered from three tenths of its area', () => {
  expect(findingOf(placed(without('B'), [over('B', 0.2)]), 'B')?.verdict).toBe('MISSING');
  expect(findingOf(placed(without('B'), [over('B', 0.4)]), 'B')?.verdict).toBe('NOT_ASSESSED');
});

test('a hole in a covered region is in view', () => {
  const whole = regionOf(-40, -40, 1040, bay.heightMm);
  const hole = over('B', 1).outlines;
  const realogram = placed(without('B'), [{ outlines: [...whole.outlines, ...hole] }]);
  expect(findingOf(realogram, 'B')?.verdict).toBe('MISSING');
  expect(findingOf(realogram, 'C')?.verdict).toBe('NOT_ASSESSED');
});

test('packs that show before the bay are no unplanned products of it', () => {
  const [facing] = without().detections;
  if (!facing) throw new Error('no facing');
  const [x, y] = project(camera, 800, 100);
  const stray = { ...facing, productId: 'H', box: [x, y, 0.05, 0.1] as [number, number, number, number] };
  const realogram = { ...without(), detections: [...without().detections, stray] };
  const extras = (one: Realogram) => assess(bay, one).findings.filter(({ verdict }) => verdict === 'EXTRA');
  expect(extras(placed(realogram, []))).toHaveLength(1);
  expect(extras(placed(realogram, [regionOf(700, 50, 1000, 300)]))).toHaveLength(0);
});

test('of a block of facings only those in view are counted', () => {
  const block = smallBay('A4 B');
  const camera4 = cameraOf(block);
  const first = block.positions[0];
  if (!first) throw new Error('no block');
  const width = first.widthMm / first.facings.horizontal;
  const corner = (x: number, y: number) => project(camera4, x, y);
  const outline = [
    corner(first.xMm, first.yMm - 5),
    corner(first.xMm + width, first.yMm - 5),
    corner(first.xMm + width, first.yMm + 205),
    corner(first.xMm, first.yMm + 205),
  ].flat();
  const seen = realogramOf(block, (facing, slot) =>
    slot.position === first && slot.column === 0 ? null : facing,
  );
  const realogram = { ...seen, planogramToPhoto: camera4 };
  const verdictOf = (covered: CoveredRegion[]) =>
    assess(block, { ...realogram, covered }).findings.find(({ positionId }) => positionId === first.id);
  expect(verdictOf([])).toMatchObject({ verdict: 'FACINGS_SHORT', facingsSeen: 3 });
  expect(verdictOf([{ outlines: [outline] }])).toMatchObject({
    verdict: 'MATCH',
    facingsSeen: 3,
    evidence: { facingsJudged: 3 },
  });
});

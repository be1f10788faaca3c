import { expect, test } from 'vitest';
import { assess } from './assess.ts';
import { compareRuns } from './compare-runs.ts';
import { realogramOf, smallBay } from './small-bay.testing.ts';

const bay = smallBay('A B C D', 'E2 F G H', 'I J K3 L');
const full = realogramOf(bay, (facing) => facing);
const worn = realogramOf(bay, (facing, { position: { productId }, column }) =>
  productId === 'F' || (productId === 'K' && column > 0) ? null : facing,
);

test('a run equals itself', () => {
  const run = assess(bay, worn);
  const comparison = compareRuns(run, run);
  expect(comparison).toMatchObject({ score: 0, coverage: 0, moves: [], counts: { SAME: 12, CHANGED: 0 } });
  expect(comparison.positions.every(({ kind }) => kind === 'SAME')).toBe(true);
});

test('changes are listed by position, and the difference in score by part of the formula', () => {
  const comparison = compareRuns(assess(bay, full), assess(bay, worn));
  expect(comparison.counts).toEqual({ SAME: 10, CHANGED: 2, ONLY_BEFORE: 0, ONLY_AFTER: 0 });
  expect(comparison.moves).toEqual([
    { from: 'MATCH', to: 'FACINGS_SHORT', count: 1 },
    { from: 'MATCH', to: 'MISSING', count: 1 },
  ]);
  const parts = comparison.byComponent;
  expect(parts?.identity).toBeCloseTo(-0.5 / 15, 9);
  expect(parts?.facings).toBeCloseTo((-0.1 * (1 + 3 * (2 / 3))) / 15, 9);
  const sum = (parts?.identity ?? 0) + (parts?.shelf ?? 0) + (parts?.order ?? 0) + (parts?.facings ?? 0);
  expect(sum).toBeCloseTo(comparison.score ?? 1, 9);
});

test('between versions a product is followed to its new position, a new one is only after, a delisted one only before', () => {
  const next = smallBay('A B C D', 'E2 M G H', 'I F K3 L');
  const comparison = compareRuns(assess(bay, full), assess(next, full));
  const of = (productId: string) =>
    comparison.positions.find(({ expectedProductId }) => expectedProductId === productId);
  expect(of('F')).toMatchObject({
    kind: 'CHANGED',
    before: { positionId: '2.2', verdict: 'MATCH' },
    after: { positionId: '1.2', verdict: 'MISPLACED' },
  });
  expect(of('M')).toMatchObject({ kind: 'ONLY_AFTER', before: null });
  expect(of('J')).toMatchObject({ kind: 'ONLY_BEFORE', after: null });
});

test('a run without a score has no difference in score, and its verdicts are compared all the same', () => {
  const nothing = assess(bay, { detections: [], planogramToPhoto: null, truncated: false });
  const comparison = compareRuns(assess(bay, full), nothing);
  expect(comparison).toMatchObject({ score: null, byComponent: null, coverage: -1, counts: { CHANGED: 12 } });
  expect(comparison.moves).toEqual([{ from: 'MATCH', to: 'NOT_ASSESSED', count: 12 }]);
});

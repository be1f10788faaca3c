import { expect, test } from 'vitest';
import { assess } from '../assess.ts';
import { moved, realogramOf, smallBay } from '../small-bay.testing.ts';
import { applyOverrides, type Overrule } from './apply-overrides.ts';

const bay = smallBay('A B C D', 'E2 F G H', 'I J K3 L');

/** F is missing, K has 1 of 3 facings, B and C are swapped, and an unplanned G is there. */
const realogram = realogramOf(bay, (facing, { position: { productId }, column }) => {
  if (productId === 'F' || (productId === 'K' && column > 0)) return null;
  if (productId === 'B') return { ...facing, productId: 'C' };
  if (productId === 'C') return { ...facing, productId: 'B' };
  if (productId === 'D') return [facing, { ...moved(facing, bay, 300), productId: 'G' }];
  return facing;
});
const judged = assess(bay, realogram);
const weights = new Map(bay.positions.map(({ id, facings }) => [id, facings.horizontal]));
const none = { waivedPositionIds: new Set<string>(), overrules: [] };
const overrule = (positionId: string, rest: Partial<Overrule> & Pick<Overrule, 'verdict'>) =>
  applyOverrides(judged.findings, weights, {
    ...none,
    overrules: [{ of: { positionId }, seenProductId: null, ...rest }],
  });
const findingOf = ({ findings }: ReturnType<typeof applyOverrides>, id: string) =>
  findings.find(({ positionId }) => positionId === id);

test('without overrides the score, its parts and its coverage stay unchanged', () => {
  const effective = applyOverrides(judged.findings, weights, none);
  expect(effective.score).toBeCloseTo(judged.score ?? -1, 9);
  expect(effective.coverage).toBe(judged.coverage);
  for (const [rate, value] of Object.entries(judged.components))
    expect([rate, effective.components[rate as keyof typeof judged.components]]).toEqual([
      rate,
      expect.closeTo(value ?? -1, 9),
    ]);
  expect(effective.findings.map(({ decidedBy: _, ...finding }) => finding)).toEqual(judged.findings);
});

test('a waived position leaves the denominators of score and coverage', () => {
  const effective = applyOverrides(judged.findings, weights, {
    ...none,
    waivedPositionIds: new Set(['2.2']),
  });
  expect(findingOf(effective, '2.2')).toMatchObject({ verdict: 'WAIVED', credit: null, decidedBy: 'WAIVER' });
  const all = 15;
  const lost = 1 - (judged.score ?? 0);
  expect(effective.score).toBeCloseTo((all - all * lost) / (all - 1), 9);
  expect(effective.coverage).toBe(1);
});

test('a waiver holds against an overrule of the same position', () => {
  const effective = applyOverrides(judged.findings, weights, {
    waivedPositionIds: new Set(['2.2']),
    overrules: [{ of: { positionId: '2.2' }, verdict: 'MATCH', seenProductId: 'F' }],
  });
  expect(findingOf(effective, '2.2')?.verdict).toBe('WAIVED');
});

test('an overrule gives the credit of the new verdict, and its reason contains the earlier finding', () => {
  const effective = overrule('2.2', { verdict: 'MATCH', seenProductId: 'F' });
  expect(findingOf(effective, '2.2')).toMatchObject({
    verdict: 'MATCH',
    credit: 1,
    facingsSeen: 1,
    decidedBy: 'OVERRULE',
    reason: 'A person overruled MISSING: The place of Product F is empty.',
  });
  expect(effective.score).toBeCloseTo((judged.score ?? 0) + 1 / 15, 9);
});

test('facings counted by the person earn their share; a shortage without a count stays as it was found', () => {
  expect(findingOf(overrule('1.3', { verdict: 'FACINGS_SHORT', facingsSeen: 2 }), '1.3')?.credit).toBeCloseTo(
    0.9 + 0.2 / 3,
    9,
  );
  expect(findingOf(overrule('1.3', { verdict: 'FACINGS_SHORT' }), '1.3')?.facingsSeen).toBe(1);
});

test('a misplaced product earns its shelf when the person or the finding says so', () => {
  expect(findingOf(overrule('2.2', { verdict: 'MISPLACED' }), '2.2')?.credit).toBeCloseTo(0.6, 9);
  const onShelf = overrule('2.2', { verdict: 'MISPLACED', onPlannedShelf: true });
  expect(findingOf(onShelf, '2.2')?.credit).toBeCloseTo(0.8, 9);
  expect(findingOf(overrule('3.2', { verdict: 'MISPLACED' }), '3.2')?.credit).toBeCloseTo(0.8, 9);
});

test('an unplanned product is overruled by its index and does not count', () => {
  const ordinal = judged.findings.findIndex(({ verdict }) => verdict === 'EXTRA');
  const effective = applyOverrides(judged.findings, weights, {
    ...none,
    overrules: [{ of: { ordinal }, verdict: 'WAIVED', seenProductId: 'G' }],
  });
  expect(effective.findings[ordinal]).toMatchObject({ verdict: 'WAIVED', credit: null });
  expect(effective.score).toBeCloseTo(judged.score ?? -1, 9);
});

test('with every position waived there is no score, with the reason', () => {
  const waivedPositionIds = new Set(bay.positions.map(({ id }) => id));
  expect(applyOverrides(judged.findings, weights, { ...none, waivedPositionIds })).toMatchObject({
    score: null,
    coverage: 0,
    unscoredReason: 'Every position is waived, or the planogram has none.',
  });
});

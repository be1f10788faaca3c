import { expect, test } from 'vitest';
import type { Planogram, Slot } from '../../planogram/model.ts';
import type { Detection, Realogram } from '../../realogram.ts';
import { assess } from '../assess.ts';
import { cameraOf, realogramOf, smallBay } from '../small-bay.testing.ts';
import { judgeNeighbours, minFacings, minPositions, type Scored } from './judge-neighbours.ts';

const pinned = smallBay('A B C D E F', 'G2 H I J K', 'L M N3 O');
/** Two shelves after a reset: G and H are smaller or gone, P and Q are new. */
const reset = smallBay('A C B F E D', 'H G J I P', 'L M N3 O');

const scored = (versionId: string, planogram: Planogram, realogram: Realogram): Scored => ({
  versionId,
  planogram,
  compliance: assess(planogram, realogram),
});
const judge = (realogram: Realogram, shown: string | null = null) =>
  judgeNeighbours(scored('v1', pinned, realogram), [scored('v2', reset, realogram)], shown);
const asPlanned = (planogram: Planogram) => realogramOf(planogram, (facing) => facing);

test('a shelf that follows the other version has drifted, and both scores are reported', () => {
  const judgement = judge(asPlanned(reset));
  expect(judgement).toMatchObject({ drifted: true, versionId: 'v2', otherScore: 1 });
  if (!judgement.drifted) return;
  expect(judgement.pinnedScore).toBeLessThan(0.9);
  expect(judgement.margin).toBeGreaterThan(0.8);
  expect(judgement.discriminating).toBeGreaterThanOrEqual(minFacings);
  expect(judgement.reason).toMatch(
    /Where the two versions differ, \d+ of \d+ facings stand as the other version plans/,
  );
});

test('a shelf that follows the pinned version has not drifted, however untidy it is', () => {
  expect(judge(asPlanned(pinned)).drifted).toBe(false);
  const untidy = realogramOf(pinned, (facing, { position: { productId } }) => {
    if (productId === 'B') return { ...facing, productId: 'C' };
    if (productId === 'C') return { ...facing, productId: 'B' };
    return productId === 'H' || productId === 'D' ? null : facing;
  });
  expect(judge(untidy).drifted).toBe(false);
});

test('two swapped products are no drift, even when another version plans them so', () => {
  const next = smallBay('A C B D E F', 'G2 H I J K', 'L M N3 O');
  const realogram = asPlanned(next);
  const judgement = judgeNeighbours(scored('v1', pinned, realogram), [scored('v2', next, realogram)]);
  expect(judgement).toMatchObject({ drifted: false });
  expect(judgement.reason).toContain('cannot be judged');
  expect(minPositions).toBeGreaterThan(2);
});

test('of several other versions the one that fits best is named', () => {
  const older = smallBay('A C B F E D', 'H G J I P', 'M L O N3');
  const realogram = asPlanned(older);
  const others = [scored('v2', reset, realogram), scored('v0', older, realogram)];
  expect(judgeNeighbours(scored('v1', pinned, realogram), others)).toMatchObject({ versionId: 'v0' });
  expect(judgeNeighbours(scored('v1', pinned, realogram), others.toReversed())).toMatchObject({
    versionId: 'v0',
  });
});

test('without another version, or with nothing assessable, there is no drift', () => {
  const realogram = asPlanned(reset);
  expect(judgeNeighbours(scored('v1', pinned, realogram), [])).toMatchObject({ drifted: false });
  const nothing: Realogram = { detections: [], planogramToPhoto: null, truncated: false };
  const judgement = judge(nothing);
  expect(judgement.drifted).toBe(false);
  expect(judgement.reason).toContain('cannot be judged');
});

/** A realogram of a tier that was given the pinned plan: place by place, with only that plan's products. */
function seenThroughPlan(shelf: Planogram, see: (facing: Detection, slot: Slot) => Detection): Realogram {
  const inPlaces = realogramOf(pinned, (facing, slot) => {
    const there = shelf.positions.find(
      ({ shelfNumber, xMm, widthMm }) =>
        shelfNumber === slot.position.shelfNumber && slot.xMm >= xMm - 1 && slot.xMm < xMm + widthMm - 1,
    );
    const known = pinned.products.some(({ id }) => id === there?.productId);
    const named = { positionId: slot.position.id, column: slot.column, row: slot.row };
    return see({ ...facing, productId: known ? (there?.productId ?? null) : null, slot: named }, slot);
  });
  return { ...inPlaces, planogramToPhoto: cameraOf(pinned) };
}

test('a tier with the pinned plan detects drift by products recognised in other places', () => {
  const judgement = judge(
    seenThroughPlan(reset, (facing) => facing),
    'v1',
  );
  expect(judgement).toMatchObject({ drifted: true, versionId: 'v2' });
});

test('when such a tier recognised too little, the version cannot be judged', () => {
  const vague = seenThroughPlan(reset, (facing, { position }) =>
    'ABCDEFGHIJK'.includes(position.productId) ? { ...facing, productId: null } : facing,
  );
  const judgement = judge(vague, 'v1');
  expect(judgement.drifted).toBe(false);
  expect(judgement.reason).toContain('cannot be judged');
});

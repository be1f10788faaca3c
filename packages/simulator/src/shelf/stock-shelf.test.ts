import { describe, expect, test } from 'vitest';
import { demoWorld } from '../world/demo-world.ts';
import { type DeviationKind, type DeviationRates, tidyRates, untidyRates } from './deviation.ts';
import { creditOf, scoreOf } from './position-truth.ts';
import { clearanceOf } from './run.ts';
import { type StockedShelf, stockShelf } from './stock-shelf.ts';

const world = demoWorld();
const bay = world.versions.get('coffee-2026-47');
if (!bay) throw new Error('the demo world has no coffee');

const only = (kind: DeviationKind): DeviationRates => ({ ...tidyRates, [kind]: 0.2 });

/** Counts the horizontal facings of a product whose middle lies within a position, as a person would. */
function countedIn(shelf: StockedShelf, positionId: string, productId: string): number {
  const place = shelf.bay.planogram.positions.find((p) => p.id === positionId);
  if (!place) throw new Error(`no position ${positionId}`);
  const xs = shelf.units
    .filter((u) => u.product.id === productId && u.shelfNumber === place.shelfNumber)
    .map((u) => u.xMm + u.product.widthMm / 2)
    .filter((x) => x > place.xMm && x < place.xMm + place.widthMm);
  return new Set(xs).size;
}

const anyIn = (shelf: StockedShelf, positionId: string): string[] => {
  const place = shelf.bay.planogram.positions.find((p) => p.id === positionId);
  if (!place) throw new Error(`no position ${positionId}`);
  return shelf.units
    .filter((u) => u.shelfNumber === place.shelfNumber)
    .filter(
      (u) =>
        u.xMm + u.product.widthMm / 2 > place.xMm &&
        u.xMm + u.product.widthMm / 2 < place.xMm + place.widthMm,
    )
    .map((u) => u.product.id);
};

test('the same seed stocks the same shelf, another seed another', () => {
  const a = stockShelf(bay, 'seed', untidyRates);
  expect(stockShelf(bay, 'seed', untidyRates)).toEqual(a);
  expect(stockShelf(bay, 'other seed', untidyRates).truth).not.toEqual(a.truth);
});

test('a shelf without deviations is a match everywhere and scores 1', () => {
  const shelf = stockShelf(bay, 1, tidyRates);
  expect(new Set(shelf.truth.map((t) => t.verdict))).toEqual(new Set(['MATCH']));
  expect(scoreOf(shelf.truth).score).toBeCloseTo(1, 12);
  expect(scoreOf(shelf.truth)).toMatchObject({ coverage: 1, strictRate: 1 });
  const facings = bay.planogram.positions.reduce(
    (sum, p) => sum + p.facings.horizontal * p.facings.vertical,
    0,
  );
  expect(shelf.units).toHaveLength(facings);
});

describe('the truth agrees with the packs on the shelf:', () => {
  const shelves = (kind: DeviationKind) =>
    Array.from({ length: 12 }, (_, seed) => stockShelf(bay, seed, only(kind)));

  test('a missing position is empty', () => {
    const missing = shelves('missing').flatMap((s) =>
      s.truth.filter((t) => t.verdict === 'MISSING').map((t) => [s, t] as const),
    );
    expect(missing.length).toBeGreaterThan(20);
    for (const [shelf, truth] of missing) expect(anyIn(shelf, truth.positionId)).toEqual([]);
  });

  test('facings short equal the counted facings, and are fewer than planned', () => {
    const short = shelves('short').flatMap((s) =>
      s.truth.filter((t) => t.verdict === 'FACINGS_SHORT').map((t) => [s, t] as const),
    );
    expect(short.length).toBeGreaterThan(20);
    for (const [shelf, truth] of short) {
      expect(countedIn(shelf, truth.positionId, truth.expectedProductId)).toBe(truth.facingsSeen);
      expect(truth.facingsSeen).toBeGreaterThan(0);
      expect(truth.facingsSeen).toBeLessThan(truth.facingsPlanned);
    }
  });

  test('facings over are one more than planned, in free space', () => {
    const kinds = shelves('over').flatMap((s) => s.deviations.map((d) => [s, d] as const));
    expect(kinds.length).toBeGreaterThan(2);
    for (const [shelf, { positionIds }] of kinds) {
      const over = shelf.truth.find((t) => t.positionId === positionIds[0]);
      const planned = over?.facingsPlanned ?? 0;
      expect(over).toMatchObject({ verdict: 'FACINGS_OVER', facingsSeen: planned + 1 });
      expect(countedIn(shelf, over?.positionId ?? '', over?.expectedProductId ?? '')).toBe(planned);
      expect(shelf.truth.filter((t) => t.verdict === 'FACINGS_SHORT')).toEqual([]);
    }
  });

  test('a spreading product has all its own facings, and its neighbour lacks the facings taken', () => {
    const kinds = shelves('spread').flatMap((s) => s.deviations.map((d) => [s, d] as const));
    expect(kinds.length).toBeGreaterThan(10);
    for (const [shelf, { positionIds }] of kinds) {
      const [over, short] = positionIds.map((id) => shelf.truth.find((t) => t.positionId === id));
      expect(over).toMatchObject({ verdict: 'MATCH', facingsSeen: over?.facingsPlanned });
      expect(short).toMatchObject({
        verdict: 'FACINGS_SHORT',
        facingsSeen: (short?.facingsPlanned ?? 0) - 1,
      });
      const fronts = shelf.units.filter((u) => u.product.id === over?.expectedProductId);
      expect(new Set(fronts.map((u) => u.xMm)).size).toBe((over?.facingsPlanned ?? 0) + 1);
    }
  });

  test('swapped neighbours are both misplaced on their own shelf', () => {
    const swaps = shelves('swapped').flatMap((s) => s.deviations.map((d) => [s, d] as const));
    expect(swaps.length).toBeGreaterThan(10);
    for (const [shelf, { positionIds }] of swaps) {
      const [first, second] = positionIds.map((id) => shelf.truth.find((t) => t.positionId === id));
      for (const truth of [first, second]) {
        expect(truth).toMatchObject({ verdict: 'MISPLACED', onRightShelf: true, inRightPlace: false });
        expect(truth && creditOf(truth)).toBeCloseTo(0.8, 12);
      }
      const left = (id: string | undefined) =>
        Math.min(...shelf.units.filter((u) => u.product.id === id).map((u) => u.xMm));
      expect(left(second?.expectedProductId)).toBeLessThan(left(first?.expectedProductId));
    }
  });

  test('a product on another shelf is misplaced, and is the wrong product in the position that it occupies', () => {
    const moves = shelves('misplaced').flatMap((s) => s.deviations.map((d) => [s, d] as const));
    expect(moves.length).toBeGreaterThan(10);
    for (const [shelf, { positionIds }] of moves) {
      const [moved, taken] = positionIds.map((id) => shelf.truth.find((t) => t.positionId === id));
      expect(moved).toMatchObject({ verdict: 'MISPLACED', onRightShelf: false, foundProductId: null });
      expect(taken).toMatchObject({
        verdict: 'WRONG_PRODUCT',
        foundProductId: moved?.expectedProductId,
      });
      expect(anyIn(shelf, moved?.positionId ?? '')).toEqual([]);
      expect(new Set(anyIn(shelf, taken?.positionId ?? ''))).toEqual(new Set([moved?.expectedProductId]));
    }
  });

  test('an unknown product is in no planogram; a wrong product is in it and its own position is as planned', () => {
    const known = new Set(bay.products.map((p) => p.id));
    const strange = shelves('foreign').flatMap((s) =>
      s.truth.filter((t) => t.verdict === 'UNKNOWN_PRODUCT').map((t) => [s, t] as const),
    );
    expect(strange.length).toBeGreaterThan(20);
    for (const [shelf, truth] of strange) {
      const there = anyIn(shelf, truth.positionId);
      expect(there.length).toBeGreaterThan(0);
      expect(there.some((id) => known.has(id))).toBe(false);
    }
    const wrong = shelves('substituted').flatMap((s) =>
      s.truth.filter((t) => t.verdict === 'WRONG_PRODUCT').map((t) => [s, t] as const),
    );
    expect(wrong.length).toBeGreaterThan(20);
    for (const [shelf, truth] of wrong) {
      const there = new Set(anyIn(shelf, truth.positionId));
      expect(there).toEqual(new Set([truth.foundProductId]));
      expect(there.has(truth.expectedProductId)).toBe(false);
      const own = shelf.truth.find((t) => t.expectedProductId === truth.foundProductId);
      expect(own?.verdict).toBe('MATCH');
    }
  });

  test('nothing overlaps its neighbour or the board above', () => {
    for (const seed of [1, 2, 3]) {
      const shelf = stockShelf(bay, seed, untidyRates);
      for (const { number, yMm } of bay.planogram.shelves) {
        const units = shelf.units.filter((u) => u.shelfNumber === number);
        const topMm = Math.min(...units.map((u) => u.baseMm - u.product.heightMm));
        expect(topMm).toBeGreaterThanOrEqual(yMm - clearanceOf(bay.planogram, number));
        const floor = units.filter((u) => u.baseMm === yMm).sort((a, b) => a.xMm - b.xMm);
        floor.slice(1).forEach((unit, i) => {
          const before = floor[i];
          expect(unit.xMm).toBeGreaterThanOrEqual((before?.xMm ?? 0) + (before?.product.widthMm ?? 0) - 0.01);
        });
      }
    }
  });
});

test('the score follows the published formula', () => {
  const position = {
    positionId: 'a',
    expectedProductId: 'p',
    foundProductId: 'p',
    facingsPlanned: 3,
    facingsSeen: 3,
    onRightShelf: true,
    inRightPlace: true,
  };
  const positions = [
    { ...position, verdict: 'MATCH' as const },
    { ...position, verdict: 'FACINGS_SHORT' as const, facingsSeen: 1 },
    {
      ...position,
      verdict: 'MISSING' as const,
      facingsPlanned: 2,
      facingsSeen: 0,
      onRightShelf: false,
      inRightPlace: false,
    },
    { ...position, verdict: 'NOT_VISIBLE' as const, facingsPlanned: 4 },
  ];
  const { score, coverage, strictRate } = scoreOf(positions);
  expect(score).toBeCloseTo((3 * 1 + 3 * (0.9 + 0.1 / 3) + 2 * 0) / 8, 12);
  expect(coverage).toBeCloseTo(8 / 12, 12);
  expect(strictRate).toBeCloseTo(3 / 8, 12);
  expect(scoreOf(positions.slice(3))).toEqual({ score: null, coverage: 0, strictRate: null });
});

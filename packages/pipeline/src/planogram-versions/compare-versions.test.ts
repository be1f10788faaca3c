import fc from 'fast-check';
import { expect, test } from 'vitest';
import { smallBay } from '../compliance/small-bay.testing.ts';
import type { Planogram } from '../planogram/model.ts';
import { compareVersions } from './compare-versions.ts';

/** Lists each change as "A SAME": the later version's product (or the earlier one's), and the kind of change. */
const changesOf = (from: Planogram, to: Planogram) =>
  compareVersions(from, to).changes.map(
    (change) => `${(change.to ?? change.from)?.productId} ${change.kind}`,
  );

test('a product stays SAME, also when a neighbour gets more facings and shifts it', () => {
  expect(changesOf(smallBay('A2 B C'), smallBay('A B C'))).toEqual(['A SAME', 'B SAME', 'C SAME']);
  const diff = compareVersions(smallBay('A2 B C'), smallBay('A B C'));
  expect(diff.changes.map(({ facings }) => facings?.to.horizontal ?? null)).toEqual([1, null, null]);
  expect(diff.summary).toBe('3 positions stay in place. Facings change at 1 position.');
});

test('two products that trade places are SWAPPED, neighbours as well as far apart', () => {
  expect(changesOf(smallBay('A B C'), smallBay('B A C'))).toEqual(['B SWAPPED', 'A SWAPPED', 'C SAME']);
  expect(changesOf(smallBay('A B', 'C D'), smallBay('D B', 'C A'))).toEqual([
    'C SAME',
    'A SWAPPED',
    'D SWAPPED',
    'B SAME',
  ]);
  const words = compareVersions(smallBay('A B C'), smallBay('B A C')).changes[0]?.words;
  expect(words).toBe('Product B trades places with Product A: from shelf 1, place 2 to shelf 1, place 1.');
});

test('a product on another shelf, or at the other end of its own, has MOVED', () => {
  expect(changesOf(smallBay('A B', 'C'), smallBay('B', 'C A'))).toEqual(['C SAME', 'A MOVED', 'B SAME']);
  expect(changesOf(smallBay('A B C D E F'), smallBay('B C D E F A'))).toContain('A MOVED');
});

test('another product in the same place is SUBSTITUTED, what has no counterpart DELISTED or NEW', () => {
  expect(changesOf(smallBay('A B C'), smallBay('A X C'))).toEqual(['A SAME', 'X SUBSTITUTED', 'C SAME']);
  expect(changesOf(smallBay('A B C'), smallBay('A B C D'))).toContain('D NEW');
  expect(changesOf(smallBay('A B C D'), smallBay('A B C'))).toEqual([
    'A SAME',
    'B SAME',
    'C SAME',
    'D DELISTED',
  ]);
});

test('the same article in another product row is recognised by its GTIN', () => {
  const withGtin = (planogram: Planogram, prefix: string): Planogram => ({
    ...planogram,
    products: planogram.products.map((one) => ({
      ...one,
      id: `${prefix}${one.id}`,
      gtin: `0000000000${one.id}`,
    })),
    positions: planogram.positions.map((one) => ({ ...one, productId: `${prefix}${one.productId}` })),
  });
  const kinds = compareVersions(withGtin(smallBay('A B'), 'x'), withGtin(smallBay('A B'), 'y')).counts;
  expect(kinds.SAME).toBe(2);
});

test('a changed facing size is reported, also when nothing else changes', () => {
  const bay = smallBay('A B');
  const wider = {
    ...bay,
    positions: bay.positions.map((one) => (one.productId === 'B' ? { ...one, widthMm: 120 } : one)),
  };
  const unknown = { ...wider, products: [] };
  const diff = compareVersions({ ...bay, products: [] }, unknown);
  expect(diff.sizesChanged).toBe(1);
  expect(diff.changes[1]?.words).toBe(
    'B stays on shelf 1, place 2; one facing was 100 x 200 mm and is 120 x 200 mm.',
  );
});

test('no size of a facing is stated that the size of the product proves wrong', () => {
  const bay = smallBay('A B');
  const withB = (change: object): Planogram => ({
    ...bay,
    positions: bay.positions.map((one) => (one.productId === 'B' ? { ...one, ...change } : one)),
  });
  const facings = { horizontal: 2, vertical: 1, depth: 1 };
  // The product is 100 mm wide: 200 mm were drawn around one facing, and two facings stand there now.
  const loose = compareVersions(withB({ widthMm: 200 }), withB({ widthMm: 200, facings }));
  expect(loose.changes[1]).toMatchObject({ size: null, block: null, facings: { to: facings } });
  expect(loose.changes[1]?.words).not.toMatch(/one facing was/);
  const wider = compareVersions(bay, withB({ widthMm: 120 }));
  expect(wider.sizesChanged).toBe(1);
  expect(wider.changes[1]?.words).toBe(
    'Product B stays on shelf 1, place 2; its block was 100 x 200 mm and is 120 x 200 mm.',
  );
});

/** Bays of up to four shelves with up to eight blocks of five products. */
const bays = fc
  .array(
    fc.array(fc.tuple(fc.constantFrom(...'ABCDE'), fc.integer({ min: 1, max: 3 })), {
      minLength: 1,
      maxLength: 8,
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((rows) => smallBay(...rows.map((row) => row.map(([product, n]) => `${product}${n}`).join(' '))));

test('a version compared with itself has only SAME', () => {
  fc.assert(
    fc.property(bays, (bay) => {
      const { counts, changes, facingsChanged, sizesChanged } = compareVersions(bay, structuredClone(bay));
      expect(counts.SAME).toBe(bay.positions.length);
      expect(changes.every(({ from, to }) => from?.id === to?.id)).toBe(true);
      expect([facingsChanged, sizesChanged]).toEqual([0, 0]);
    }),
  );
});

test('every position of both versions is in exactly one change', () => {
  fc.assert(
    fc.property(bays, bays, (from, to) => {
      const { changes } = compareVersions(from, to);
      const ids = (side: 'from' | 'to') => changes.flatMap((change) => change[side]?.id ?? []).toSorted();
      expect(ids('from')).toEqual(from.positions.map(({ id }) => id).toSorted());
      expect(ids('to')).toEqual(to.positions.map(({ id }) => id).toSorted());
    }),
  );
});

test('the opposite comparison gives the same changes, with NEW for DELISTED', () => {
  fc.assert(
    fc.property(bays, bays, (from, to) => {
      const there = compareVersions(from, to);
      const back = compareVersions(to, from);
      const { NEW, DELISTED, ...rest } = there.counts;
      expect(back.counts).toEqual({ ...rest, NEW: DELISTED, DELISTED: NEW });
      const pairs = (diff: typeof there, a: 'from' | 'to', b: 'from' | 'to') =>
        diff.changes.map((change) => `${change[a]?.id} ${change[b]?.id}`).toSorted();
      expect(pairs(there, 'from', 'to')).toEqual(pairs(back, 'to', 'from'));
    }),
  );
});

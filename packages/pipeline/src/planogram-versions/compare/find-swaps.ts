import { isInPlaceOf, type Pair } from './placed.ts';

/**
 * Finds pairs that traded places: each product is now where the other was. An unmoved pair takes part when the other
 * product moved past it.
 */
export function findSwaps(displaced: readonly Pair[], kept: readonly Pair[]): Map<Pair, Pair> {
  const partners = new Map<Pair, Pair>();
  const trade = (one: Pair, others: readonly Pair[]) => {
    if (partners.has(one)) return;
    const other = others.find((pair) => !partners.has(pair) && traded(one, pair));
    if (other !== undefined) partners.set(one, other).set(other, one);
  };
  for (const one of displaced) trade(one, displaced);
  const jumpedOver = (one: Pair) => kept.filter((other) => isReversed(one, other));
  for (const one of displaced) trade(one, jumpedOver(one));
  return partners;
}

const traded = (a: Pair, b: Pair): boolean =>
  a.from.product !== b.from.product && isInPlaceOf(a.to, b.from) && isInPlaceOf(b.to, a.from);

const isReversed = (a: Pair, b: Pair): boolean => a.from.leftMm < b.from.leftMm !== a.to.leftMm < b.to.leftMm;

import { centreShiftMm, type Pair, type Placed } from './placed.ts';

/** Pairs remaining positions of the same product: nearest shelf first, then nearest along the shelf. */
export function pairDisplaced(from: readonly Placed[], to: readonly Placed[]): Pair[] {
  const later = Map.groupBy(to, (one) => one.product);
  const choices = from
    .flatMap((one) => (later.get(one.product) ?? []).map((other) => ({ from: one, to: other })))
    .toSorted((a, b) => shelvesApart(a) - shelvesApart(b) || shiftOf(a) - shiftOf(b));
  return eachOnce(choices);
}

/** Returns the pairs in order, without pairs of which one side is already taken. */
export function eachOnce(pairs: readonly Pair[]): Pair[] {
  const taken = new Set<Placed>();
  return pairs.filter((pair) => {
    if (taken.has(pair.from) || taken.has(pair.to)) return false;
    taken.add(pair.from).add(pair.to);
    return true;
  });
}

const shelvesApart = ({ from, to }: Pair) => Math.abs(from.shelf - to.shelf);
const shiftOf = ({ from, to }: Pair) => centreShiftMm(from, to);

import { centreShiftMm, overlapOf, type Pair, type Placed } from './placed.ts';

/** Decides only between sequences of equal length: a shelf has far fewer than a thousand positions. */
const overlapWeight = 0.001;

/**
 * Pairs positions that keep their product and their place in the order of the shelf: the longest common sequence of
 * products of each shelf. A block that its neighbours shift stays in its place, unless the shift exceeds `maxShiftMm`.
 */
export function pairKept(from: readonly Placed[], to: readonly Placed[], maxShiftMm: number): Pair[] {
  const later = Map.groupBy(to, (one) => one.shelf);
  return [...Map.groupBy(from, (one) => one.shelf)].flatMap(([shelf, row]) =>
    longestSequence(row, later.get(shelf) ?? [], maxShiftMm),
  );
}

function longestSequence(from: readonly Placed[], to: readonly Placed[], maxShiftMm: number): Pair[] {
  const weightOf = (a: Placed, b: Placed) =>
    a.product === b.product && centreShiftMm(a, b) <= maxShiftMm ? 1 + overlapWeight * overlapOf(a, b) : 0;
  // best[i][k]: the weight of the best common sequence of from[i...] and to[k...].
  const best = Array.from({ length: from.length + 1 }, () => new Float64Array(to.length + 1));
  const at = (i: number, k: number) => best[i]?.[k] ?? 0;
  for (let i = from.length - 1; i >= 0; i--)
    for (let k = to.length - 1; k >= 0; k--) {
      const weight = weightOf(from[i] as Placed, to[k] as Placed);
      const row = best[i] as Float64Array;
      row[k] = Math.max(at(i + 1, k), at(i, k + 1), weight > 0 ? weight + at(i + 1, k + 1) : 0);
    }
  const pairs: Pair[] = [];
  for (let i = 0, k = 0; i < from.length && k < to.length; ) {
    const [a, b] = [from[i] as Placed, to[k] as Placed];
    const weight = weightOf(a, b);
    if (weight > 0 && at(i, k) === weight + at(i + 1, k + 1)) {
      pairs.push({ from: a, to: b });
      i++;
      k++;
    } else if (at(i, k) === at(i + 1, k)) i++;
    else k++;
  }
  return pairs;
}

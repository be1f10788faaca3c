import { eachOnce } from './pair-displaced.ts';
import { centreShiftMm, isInPlaceOf, overlapOf, type Pair, type Placed } from './placed.ts';

/**
 * Pairs remaining positions of both versions where another product took over a slot: first by overlap, best first. Then
 * by the gap between the same two unmoved neighbours, because a whole shelf may have shifted.
 */
export function findSubstitutes(
  from: readonly Placed[],
  to: readonly Placed[],
  kept: readonly Pair[],
  maxShiftMm: number,
): Pair[] {
  const overlapping = from
    .flatMap((one) =>
      to.filter((other) => isInPlaceOf(one, other)).map((other) => ({ from: one, to: other })),
    )
    .toSorted((a, b) => overlapOf(b.from, b.to) - overlapOf(a.from, a.to));
  const byPlace = eachOnce(overlapping);
  const taken = new Set(byPlace.flatMap((pair) => [pair.from, pair.to]));
  const gaps = Map.groupBy(
    to.filter((one) => !taken.has(one)),
    (one) => gapOf(one, kept, 'to'),
  );
  const byGap = from
    .filter((one) => !taken.has(one))
    .flatMap((one) => {
      const gap = gapOf(one, kept, 'from');
      if (gap === null) return [];
      return (gaps.get(gap) ?? [])
        .filter((other) => centreShiftMm(one, other) <= maxShiftMm)
        .map((other) => ({ from: one, to: other }));
    });
  return [...byPlace, ...eachOnce(byGap)];
}

/** Names the gap between two unmoved neighbours; null on a shelf where every product moved. */
function gapOf(one: Placed, kept: readonly Pair[], side: 'from' | 'to'): string | null {
  const row = kept.filter((pair) => pair[side].shelf === one.shelf);
  if (row.length === 0) return null;
  const before = row.filter((pair) => pair[side].position.sequence < one.position.sequence).length;
  return `${one.shelf}/${before}`;
}

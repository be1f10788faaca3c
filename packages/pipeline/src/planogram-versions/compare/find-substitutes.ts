import { eachOnce } from './pair-displaced.ts';
import { centreShiftMm, isInPlaceOf, overlapOf, type Pair, type Placed } from './placed.ts';

/**
 * Pairs what is left of both versions where another product took over a place: by overlap, best first; then by the gap
 * between the same two neighbours that stayed, since a whole shelf may be pushed along.
 */
export function findSubstitutes(
  from: readonly Placed[],
  to: readonly Placed[],
  kept: readonly Pair[],
  mostShiftMm: number,
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
        .filter((other) => centreShiftMm(one, other) <= mostShiftMm)
        .map((other) => ({ from: one, to: other }));
    });
  return [...byPlace, ...eachOnce(byGap)];
}

/** Names the gap between the neighbours that stayed; null on a shelf on which nothing did. */
function gapOf(one: Placed, kept: readonly Pair[], side: 'from' | 'to'): string | null {
  const row = kept.filter((pair) => pair[side].shelf === one.shelf);
  if (row.length === 0) return null;
  const before = row.filter((pair) => pair[side].position.sequence < one.position.sequence).length;
  return `${one.shelf}/${before}`;
}

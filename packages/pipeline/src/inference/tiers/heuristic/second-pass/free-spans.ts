import type { Stretch } from './scan-shelf.ts';
import type { Sight } from './sight.ts';

/** A span is looked at when a facing of the place beside it would about fit: packs are set closer than the plan has it. */
const leastShare = 0.85;

/**
 * Spans of the shelves' bottom rows for which nothing is planned, between two places or at the ends of a shelf. A
 * facing too many or a thing that nobody planned stands there. `bayWidthMm`: the shelves are taken to be as wide as the bay.
 */
export function freeSpans(sights: readonly Sight[], bayWidthMm: number): Stretch[] {
  const rows = Map.groupBy(
    sights.filter(({ place }) => place.slot.row === 0),
    ({ place }) => place.slot.position.shelfNumber,
  );
  return [...rows].flatMap(([shelfNumber, row]) => {
    const sorted = row.toSorted((a, b) => a.box.xMm - b.box.xMm);
    return sorted.flatMap((sight, i) => {
      const spans: Stretch[] = [];
      const { box } = sight;
      const spanOf = (fromMm: number, toMm: number): Stretch => ({
        shelfNumber,
        row: 0,
        fromMm,
        toMm,
        baseMm: box.yMm + box.heightMm,
        slotWidthMm: box.widthMm,
        slotHeightMm: box.heightMm,
      });
      if (i === 0) spans.push(spanOf(0, box.xMm));
      spans.push(spanOf(box.xMm + box.widthMm, sorted[i + 1]?.box.xMm ?? bayWidthMm));
      return spans.filter(({ fromMm, toMm }) => toMm - fromMm >= leastShare * box.widthMm);
    });
  });
}

import type { FacingObservation } from '../classify/facing-observation.ts';
import type { ShelfSpan } from './scan-shelf.ts';

/** A span is searched when a facing of the neighbouring place roughly fits: real packs stand closer than planned. */
const minShare = 0.85;

/**
 * Returns the spans of the shelves' bottom rows without a plan, between two places or at the ends of a shelf. A surplus facing
 * or an unplanned product may stand there. `bayWidthMm`: shelves are assumed to be as wide as the bay.
 */
export function freeSpans(observations: readonly FacingObservation[], bayWidthMm: number): ShelfSpan[] {
  const rows = Map.groupBy(
    observations.filter(({ place }) => place.slot.row === 0),
    ({ place }) => place.slot.position.shelfNumber,
  );
  return [...rows].flatMap(([shelfNumber, row]) => {
    const sorted = row.toSorted((a, b) => a.box.xMm - b.box.xMm);
    return sorted.flatMap((observation, i) => {
      const spans: ShelfSpan[] = [];
      const { box } = observation;
      const spanOf = (fromMm: number, toMm: number): ShelfSpan => ({
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
      return spans.filter(({ fromMm, toMm }) => toMm - fromMm >= minShare * box.widthMm);
    });
  });
}

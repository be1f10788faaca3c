import type { Position } from '../../planogram/model.ts';
import type { CoveredRegion } from '../../realogram.ts';
import type { Alignment, Cell } from './alignment.ts';
import { coveredShareOf, isInOutlines } from './covered-share.ts';

/** From this share of its area on, a place or a whole position is covered: the rest may be anything. */
export const minCoveredShare = 0.3;

/** Removes from an alignment all that lies behind something: what seems to be there belongs to what stands before the bay. */
export function hideCovered(alignment: Alignment, regions: readonly CoveredRegion[]): Alignment {
  if (regions.length === 0 || alignment.planogramToPhoto === null) return alignment;
  const shareOf = coveredShareOf(regions, alignment.planogramToPhoto);
  const cells = [...alignment.cells.values()];
  const shares = new Map(cells.map((cell) => [cell, shareOf(cell.slot)]));
  const hidden = new Set<Position>();
  for (const [position, own] of Map.groupBy(cells, ({ slot }) => slot.position)) {
    const mean = own.reduce((sum, cell) => sum + (shares.get(cell) ?? 0), 0) / own.length;
    if (mean >= minCoveredShare) hidden.add(position);
  }
  const isHidden = (cell: Cell) =>
    cell.visible && (hidden.has(cell.slot.position) || (shares.get(cell) ?? 0) >= minCoveredShare);
  const outlines = regions.flatMap((region) => region.outlines);
  return {
    ...alignment,
    cells: new Map(
      cells.map((cell) => [
        cell.slot,
        isHidden(cell)
          ? { ...cell, occupant: null, shared: false, gap: null, searched: false, covered: true }
          : cell,
      ]),
    ),
    unassigned: alignment.unassigned.filter(({ detection: { box } }) => {
      const [x, y, width, height] = box;
      return !isInOutlines(outlines, x + width / 2, y + height / 2);
    }),
  };
}

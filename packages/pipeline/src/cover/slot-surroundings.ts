import type { Cell } from '../compliance/align/alignment.ts';
import type { Planogram, Shelf, Slot } from '../planogram/model.ts';
import type { HiddenRails } from './hidden-rails.ts';
import { columnMm } from './rail-columns.ts';
import { shelfAbove } from './shelf-above.ts';

/** A slot with what is hidden around it. */
export interface SlotSurroundings {
  cell: Cell;
  /** Hidden share (0..1) of the rail under the slot and of the one over it; null: there is none, or it is not known. */
  below: number | null;
  above: number | null;
}

export function surroundingsOf(cell: Cell, planogram: Planogram, rails: HiddenRails): SlotSurroundings {
  const { slot } = cell;
  const under = planogram.shelves.find((shelf) => shelf.number === slot.position.shelfNumber);
  return {
    cell,
    below: hiddenShare(rails, under, slot),
    above: hiddenShare(rails, shelfAbove(planogram, slot), slot),
  };
}

function hiddenShare(rails: HiddenRails, shelf: Shelf | undefined, { xMm, widthMm }: Slot): number | null {
  const flags = shelf === undefined ? undefined : rails.get(shelf);
  if (flags === undefined) return null;
  const from = Math.max(0, Math.floor(xMm / columnMm));
  const to = Math.max(from + 1, Math.ceil((xMm + widthMm) / columnMm));
  const known = flags.slice(from, to).filter((flag) => flag !== null);
  return known.length === 0 ? null : known.filter(Boolean).length / known.length;
}

import type { Homography } from '../../geometry/homography.ts';
import type { Box, Detection } from '../../inference/realogram.ts';
import type { Slot } from '../../planogram/model.ts';
import type { Layer } from './layout.ts';
import type { Placed } from './placed.ts';

/** What a realogram says of every expected product front of a planogram, and of all else that it shows. */
export interface Alignment {
  /** Null when the tier looked place by place without saying where the bay is. */
  planogramToPhoto: Homography | null;
  layers: Layer[];
  cells: Map<Slot, Cell>;
  /** Things that stand in no expected place. */
  loose: Loose[];
  /** Why nothing can be said of any place; then `cells` is empty. */
  failure: string | null;
}

export interface Cell {
  slot: Slot;
  /** Where the slot is in the photo; null when unknown or out of view. */
  box: Box | null;
  visible: boolean;
  /** 0..1: how much of the slot lies in the photo; 1 when where the bay is in the photo is not known. */
  shownShare: number;
  /** What stands there. */
  occupant: Detection | null;
  /** The occupant stands for a neighbouring slot too: one large box over several places. */
  shared: boolean;
  /** The empty place that was seen there. */
  gap: Detection | null;
  /** False: nothing was looked for, or what was found may not be all; then an empty cell says nothing. */
  looked: boolean;
}

export interface Loose {
  detection: Detection;
  placed: Placed;
  /** The shelf it stands on, or null: above or below all. */
  shelfNumber: number | null;
}

import type { Homography } from '../../math/homography.ts';
import type { Slot } from '../../planogram/model.ts';
import type { Box, Detection } from '../../realogram.ts';
import type { Layer } from './layout.ts';
import type { Placed } from './placed.ts';

/** The state of every planned product front by a realogram, and the detections outside of all planned places. */
export interface Alignment {
  /** Null when the tier worked place by place without a registration. */
  planogramToPhoto: Homography | null;
  layers: Layer[];
  cells: Map<Slot, Cell>;
  /** Detections in no planned place. */
  unassigned: UnassignedDetection[];
  /** Why no place can be assessed; then `cells` is empty. */
  failure: string | null;
}

export interface Cell {
  slot: Slot;
  /** Where the slot is in the photo; null when unknown or out of view. */
  box: Box | null;
  visible: boolean;
  /** 0..1: the visible share of the slot; 1 when the location of the bay in the photo is unknown. */
  shownShare: number;
  /** The product in the slot. */
  occupant: Detection | null;
  /** True when the occupant also fills a neighbouring slot: one large box over several slots. */
  shared: boolean;
  /** The detected gap in the slot. */
  gap: Detection | null;
  /** False: the slot was not searched, or the detections may be incomplete; then an empty cell is no evidence. */
  searched: boolean;
  /** Something stands before it: what the photo shows there is no evidence. */
  covered: boolean;
}

export interface UnassignedDetection {
  detection: Detection;
  placed: Placed;
  /** The shelf on which it stands; null above or below all shelves. */
  shelfNumber: number | null;
}

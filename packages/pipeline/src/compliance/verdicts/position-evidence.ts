import type { Position } from '../../planogram/model.ts';
import type { Detection } from '../../realogram.ts';
import type { Cell, UnassignedDetection } from '../align/alignment.ts';

/** The evidence on which the verdict of one position rests. Every visible cell is in exactly one list. */
export interface PositionEvidence {
  position: Position;
  cells: Cell[];
  /** In view, and either whole or with the planned product. */
  visible: Cell[];
  /** The planned product stands there. */
  right: Cell[];
  /** Another product of the catalogue stands there. */
  other: Cell[];
  /** Something that is in no catalogue stands there. */
  unknown: Cell[];
  /** The slot is occupied; the identity was not assessed. */
  unidentified: Cell[];
  empty: Cell[];
  /** The slot was not searched. */
  unsearched: Cell[];
  /** Facings of the planned product beside or on top of the block, beyond its planned places. */
  adjoining: UnassignedDetection[];
  /** Where else in the bay the planned product stands, when it stands nowhere in its own place. */
  elsewhere: Elsewhere[];
  /** Set when the position and its neighbour are swapped: the neighbour, and all facings there. */
  swapped: { with: Position; facings: Elsewhere[] } | null;
  /** Why no place at all could be assessed. */
  failure: string | null;
}

export interface Elsewhere {
  detection: Detection;
  shelfNumber: number | null;
  /** The position whose place it occupies, if any. */
  at: Position | null;
}

/** Returns the number of facings that can be judged: in view, searched, identified or empty. */
export const judgedFacings = (positionEvidence: PositionEvidence): number =>
  positionEvidence.right.length +
  positionEvidence.other.length +
  positionEvidence.unknown.length +
  positionEvidence.empty.length;

/** Returns whether something stands before all of the place that is in view. */
export const isCovered = ({ visible }: PositionEvidence): boolean =>
  visible.length > 0 && visible.every((cell) => cell.covered);

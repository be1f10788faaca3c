import type { Detection } from '../../inference/realogram.ts';
import type { Position } from '../../planogram/model.ts';
import type { Cell, Loose } from '../align/alignment.ts';

/** What was found of one position: the ground on which its verdict is given. Every visible cell is in one list. */
export interface Tally {
  position: Position;
  cells: Cell[];
  visible: Cell[];
  /** The planned product stands there. */
  right: Cell[];
  /** Another product of the catalogue stands there. */
  other: Cell[];
  /** Something that is in no catalogue stands there. */
  unknown: Cell[];
  /** Something stands there; what, was not assessed. */
  unidentified: Cell[];
  empty: Cell[];
  /** Nothing was looked for. */
  unlooked: Cell[];
  /** Facings of the planned product beside or on top of the block, beyond its planned places. */
  adjoining: Loose[];
  /** Where else in the bay the planned product stands, when it stands nowhere in its own place. */
  elsewhere: Elsewhere[];
  /** Set when it and its neighbour changed places: with whom, and all its facings there. */
  traded: { with: Position; facings: Elsewhere[] } | null;
  /** Why no place at all could be assessed. */
  failure: string | null;
}

export interface Elsewhere {
  detection: Detection;
  shelfNumber: number | null;
  /** The position whose place it takes, if any. */
  at: Position | null;
}

/** The facings on which a verdict can be given: in view, looked at, identified or empty. */
export const decided = (tally: Tally): number =>
  tally.right.length + tally.other.length + tally.unknown.length + tally.empty.length;

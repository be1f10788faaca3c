import type { MappingKind } from '@gondola/db';
import type { Position } from '../../planogram/model.ts';

/** ALIAS is a person's decision about products; a comparison of two layouts cannot find it. */
export type ChangeKind = Exclude<MappingKind, 'ALIAS'>;

export const changeKinds = [
  'SAME',
  'MOVED',
  'SWAPPED',
  'SUBSTITUTED',
  'DELISTED',
  'NEW',
] as const satisfies ChangeKind[];

export interface Facings {
  horizontal: number;
  vertical: number;
  depth: number;
}

/** The size of one facing, or of a block, in millimetres. */
export interface FacingSize {
  widthMm: number;
  heightMm: number;
}

/** The change of a position between two versions. Every position of either version is in exactly one change. */
export interface VersionChange {
  kind: ChangeKind;
  /** Null for NEW. */
  from: Position | null;
  /** Null for DELISTED. */
  to: Position | null;
  /** Null when both are equal, or when one side is missing. */
  facings: { from: Facings; to: Facings } | null;
  size: { from: FacingSize; to: FacingSize } | null;
  /** The sizes of the blocks, where the size of one facing cannot be told from them; else null. */
  block: { from: FacingSize; to: FacingSize } | null;
  /** A sentence for people. */
  words: string;
}

export interface VersionDiff {
  /**
   * In the order of the later version's positions. Positions of the earlier version alone follow at the end, in their
   * own order.
   */
  changes: VersionChange[];
  counts: Record<ChangeKind, number>;
  facingsChanged: number;
  sizesChanged: number;
  /** A sentence or two for people. */
  summary: string;
}

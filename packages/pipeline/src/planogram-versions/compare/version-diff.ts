import type { MappingKind } from '@gondola/db';
import type { Position } from '../../planogram/model.ts';

/** ALIAS is a person's word about products; a comparison of two layouts cannot find it. */
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

/** Of one facing, in millimetres. */
export interface FacingSize {
  widthMm: number;
  heightMm: number;
}

/** What became of a position from one version to the next. Every position of either version is in exactly one change. */
export interface VersionChange {
  kind: ChangeKind;
  /** Null for NEW. */
  from: Position | null;
  /** Null for DELISTED. */
  to: Position | null;
  /** Null where they are the same, or where one side is missing. */
  facings: { from: Facings; to: Facings } | null;
  size: { from: FacingSize; to: FacingSize } | null;
  /** A sentence for people. */
  words: string;
}

export interface VersionDiff {
  /** In the order of the later version's positions; what it lacks stands at the end, in the earlier one's order. */
  changes: VersionChange[];
  counts: Record<ChangeKind, number>;
  facingsChanged: number;
  sizesChanged: number;
  /** A sentence or two for people. */
  summary: string;
}

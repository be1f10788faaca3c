import type { MappingKind } from '@gondola/db';

/** What became of a position (or, for ALIAS, of a product) from one version to another. Positions by their id in the version. */
export interface MappingEntry {
  kind: MappingKind;
  /** Null for NEW and ALIAS. */
  fromPositionId: string | null;
  /** Null for DELISTED and ALIAS. */
  toPositionId: string | null;
  fromProductId: string | null;
  toProductId: string | null;
  /** ALIAS alone: until then the old product counts as the new one. */
  graceUntil: Date | null;
}

/** An entry that holds. Saving replaces a mapping as a whole, so all entries of one have the same author and time. */
export interface SavedEntry extends MappingEntry {
  savedBy: string;
  savedAt: Date;
}

import type { MappingKind } from '@gondola/db';

/**
 * The change of a position (for ALIAS: of a product) between two versions. Positions are named by their id in the
 * version.
 */
export interface MappingEntry {
  kind: MappingKind;
  /** Null for NEW and ALIAS. */
  fromPositionId: string | null;
  /** Null for DELISTED and ALIAS. */
  toPositionId: string | null;
  fromProductId: string | null;
  toProductId: string | null;
  /** For ALIAS only: until then the old product counts as the new one. */
  graceUntil: Date | null;
}

/** An entry in force. Saving replaces a whole mapping, so all its entries have the same author and time. */
export interface SavedEntry extends MappingEntry {
  savedBy: string;
  savedAt: Date;
}

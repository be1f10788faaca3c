import type { Verdict } from '@gondola/db';
import type { MappedPosition } from './map-findings.ts';

/** Decisions of people and planogram versions that apply to a capture's findings. */
export interface Overrides {
  /** Positions from which this store is excused. */
  waivers: AppliedWaiver[];
  /** The newest overrule of each finding; withdrawn ones are excluded. */
  overrules: AppliedOverrule[];
  /** Products that still count as their successors: the old product's id to the new one's. */
  aliases: AppliedAlias[];
  /** The mapping of positions from the earlier version; empty when no version is mapped. */
  mapping: MappedPosition[];
}

export interface AppliedWaiver {
  id: string;
  positionId: string;
  productId: string;
  reason: string;
  author: string;
  expiresAt: Date;
}

export interface AppliedOverrule {
  id: string;
  /** Null for an EXTRA, which is identified by its index in the list. */
  positionId: string | null;
  ordinal: number;
  verdict: Verdict;
  seenProductId: string | null;
  reason: string;
  author: string;
}

export interface AppliedAlias {
  fromProductId: string;
  toProductId: string;
}

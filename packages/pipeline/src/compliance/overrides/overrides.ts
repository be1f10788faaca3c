import type { Verdict } from '@gondola/db';
import type { MappedPosition } from '../compliance/map-findings.ts';

/** What people and planogram versions decided about a capture before it is judged. */
export interface Rulings {
  /** Positions that cannot be followed in this bay. */
  waivers: WaiverRuling[];
  /** The newest ruling of a person on each finding; those taken back are not among them. */
  overrules: OverruleRuling[];
  /** Products that still count as their successors: the old product's id to the new one's. */
  aliases: AliasRuling[];
  /** What became of the positions of the version that is mapped from; empty when none is. */
  mapping: MappedPosition[];
}

export interface WaiverRuling {
  id: string;
  positionId: string;
  productId: string;
  reason: string;
  author: string;
  expiresAt: Date;
}

export interface OverruleRuling {
  id: string;
  /** Null for an EXTRA, which only its place in the list names. */
  positionId: string | null;
  ordinal: number;
  verdict: Verdict;
  seenProductId: string | null;
  reason: string;
  author: string;
}

export interface AliasRuling {
  fromProductId: string;
  toProductId: string;
}

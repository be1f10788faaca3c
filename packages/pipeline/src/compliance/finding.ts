import type { Verdict } from '@gondola/db';
import type { Box, Candidate, ShelfCode, SlotEvidence } from '../realogram.ts';

/** The finding for one position, or for one EXTRA thing (then `positionId` and `expectedProductId` are null). */
export interface Finding {
  positionId: string | null;
  verdict: Verdict;
  expectedProductId: string | null;
  /** Null: nothing there, or not a product of the catalogue. */
  seenProductId: string | null;
  facingsPlanned: number;
  /** Null when not assessed. */
  facingsSeen: number | null;
  /** 0..1. */
  confidence: number;
  /** The position's credit in the formula, 0..1; null when not assessable. */
  credit: number | null;
  /** Where the product was seen or, for MISSING, where it should be; null when unknown or out of view. */
  box: Box | null;
  evidence: Evidence;
  /** A sentence for people. */
  reason: string;
}

/** The evidence of a verdict, for its review. Rows of earlier releases lack the optional parts. */
export interface Evidence {
  /** Boxes of the single facings that were counted. */
  facingBoxes: Box[];
  candidates: Candidate[];
  /** For MISPLACED: the position whose place it stands in, when there is one. */
  foundAtPositionId: string | null;
  /** Number of planned facings that could be judged: in view, searched, and identified or empty. */
  facingsJudged?: number;
  /** The evidence of each facing. For a MATCH only the facing with the lowest confidence. */
  facings?: FacingEvidence[];
  /** Codes read on the tags under the position: evidence of the plan, never of the products on the shelf. */
  tags?: ShelfCode[];
}

/** The result for the place of one planned facing. */
export interface FacingEvidence {
  /** 0 = leftmost; 0 = bottom. */
  column: number;
  row: number;
  /** Where the place is in the photo, clipped to it; null when unknown or out of view. */
  place: Box | null;
  found: FacingFound;
  seenProductId: string | null;
  /** 0..1, of the detection or the gap; null when there is neither. */
  confidence: number | null;
  /** The best candidates, best first. */
  candidates: Candidate[];
  /** The measurements of a tier that works place by place. */
  sight?: SlotEvidence;
}

export type FacingFound =
  | 'PLANNED_PRODUCT'
  | 'OTHER_PRODUCT'
  | 'UNKNOWN_PRODUCT'
  | 'NOT_IDENTIFIED'
  | 'EMPTY'
  | 'NOT_LOOKED_AT'
  | 'COVERED'
  | 'NOT_VISIBLE';

/** All rates 0..1; null when no position could be assessed. */
export interface Components {
  onShelfAvailability: number | null;
  rightShelfRate: number | null;
  rightPlaceRate: number | null;
  facingsAccuracy: number | null;
  /** Share of expected facings (of assessable positions) that are a MATCH. */
  strictRate: number | null;
}

export interface Compliance {
  formulaVersion: number;
  /** Null with a reason when nothing was assessable; 0 is a score. */
  score: number | null;
  unscoredReason: string | null;
  coverage: number;
  components: Components;
  /** One per position in planogram order, then the EXTRA findings. */
  findings: Finding[];
}

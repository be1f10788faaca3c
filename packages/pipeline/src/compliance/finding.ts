import type { Verdict } from '@gondola/db';
import type { Box, Candidate, PlaceSight, ShelfCode } from '../inference/realogram.ts';

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
  /** Where it was seen or, for MISSING, where it should be; null when unknown or out of view. */
  box: Box | null;
  evidence: Evidence;
  /** A sentence for people. */
  reason: string;
}

/** Why the verdict is what it is, for whoever reviews it. Rows of earlier releases lack the optional parts. */
export interface Evidence {
  /** Boxes of the single facings that were counted. */
  facingBoxes: Box[];
  candidates: Candidate[];
  /** For MISPLACED: the position whose place it stands in, when there is one. */
  foundAtPositionId: string | null;
  /** Of the planned facings, how many could be judged: in view, looked at, and identified or empty. */
  facingsJudged?: number;
  /** Facing by facing, what was held against what. Of a MATCH only the facing that is least sure. */
  facings?: FacingEvidence[];
  /** Codes that were read on the tags under the position: what is planned there, never what stands there. */
  tags?: ShelfCode[];
}

/** What was found in the place of one planned facing. */
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
  /** What it was compared with, best first, a few of them. */
  candidates: Candidate[];
  /** How a tier that looks place by place judged it. */
  sight?: PlaceSight;
}

export type FacingFound =
  | 'PLANNED_PRODUCT'
  | 'OTHER_PRODUCT'
  | 'UNKNOWN_PRODUCT'
  | 'NOT_IDENTIFIED'
  | 'EMPTY'
  | 'NOT_LOOKED_AT'
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

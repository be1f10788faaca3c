import type { Verdict } from '@gondola/db';
import type { Box, Candidate } from '../inference/realogram.ts';

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

export interface Evidence {
  /** Boxes of the single facings that were counted. */
  facingBoxes: Box[];
  candidates: Candidate[];
  /** For MISPLACED: the position whose place it stands in, when there is one. */
  foundAtPositionId: string | null;
}

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

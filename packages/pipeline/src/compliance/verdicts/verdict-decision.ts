import type { Verdict } from '@gondola/db';
import type { Box, Candidate, Detection } from '../../realogram.ts';
import { boxAround } from '../align/boxes.ts';
import type { CreditParts } from '../formula/score.ts';
import type { Names } from './names.ts';
import type { PositionEvidence } from './position-evidence.ts';

/** The result of a rule for a position. */
export interface VerdictDecision {
  verdict: Verdict;
  seenProductId: string | null;
  facingsSeen: number | null;
  confidence: number;
  box: Box | null;
  facingBoxes: Box[];
  candidates: Candidate[];
  foundAtPositionId: string | null;
  reason: string;
  /** Null: the position is not assessable. */
  credit: CreditParts | null;
}

/** A rule of one verdict; returns null when it does not apply. */
export type Rule = (positionEvidence: PositionEvidence, names: Names) => VerdictDecision | null;

export const noCredit: CreditParts = { identity: 0, shelf: 0, order: 0, facings: 0 };

/** Returns the fields of a decision that follow from its detections. */
export function fieldsOfDetections(detections: readonly Detection[]) {
  const distinct = [...new Set(detections)];
  const boxes = distinct.map((detection) => detection.box);
  return {
    facingBoxes: boxes,
    box: boxAround(boxes),
    confidence:
      distinct.reduce((sum, detection) => sum + detection.confidence, 0) / Math.max(1, distinct.length),
    candidates: distinct[0]?.candidates ?? [],
  };
}

export const share = (part: number, whole: number): number =>
  Math.max(part, whole) === 0 ? 0 : Math.min(part, whole) / Math.max(part, whole);

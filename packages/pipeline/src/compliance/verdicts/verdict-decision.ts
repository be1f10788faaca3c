import type { Verdict } from '@gondola/db';
import type { Box, Candidate, Detection } from '../../inference/realogram.ts';
import { boxAround } from '../align/boxes.ts';
import type { CreditParts } from '../score.ts';
import type { Names } from './names.ts';
import type { Tally } from './tally.ts';

/** What a rule says of a position. */
export interface Ruling {
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

/** One verdict and when it applies; null when it does not. */
export type Rule = (tally: Tally, names: Names) => Ruling | null;

export const noCredit: CreditParts = { identity: 0, shelf: 0, order: 0, facings: 0 };

/** The parts of a ruling that follow from the detections it rests on. */
export function restOn(detections: readonly Detection[]) {
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

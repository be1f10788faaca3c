import type { FinalQualityPolicy } from '@gondola/db';
import { defaultQualityThresholds, type QualityThresholds } from '../images/quality-gate.ts';

/** What a photo must be like, how often better bytes are looked for, and what happens when none come. */
export interface QualityRule {
  /** The row that says so; null is the built-in rule. */
  id: string | null;
  thresholds: QualityThresholds;
  /** Looks for better bytes before the final policy is applied. */
  maxRetries: number;
  finalPolicy: FinalQualityPolicy;
}

/** Where no rule of an operator applies. A flagged score is worth more to a store than none. */
export const builtInQualityRule: QualityRule = {
  id: null,
  thresholds: defaultQualityThresholds,
  /** With waits of 1, 4 and 16 minutes: time to send a better photo while the shelf is still the same. */
  maxRetries: 3,
  finalPolicy: 'SCORE_FLAGGED',
};

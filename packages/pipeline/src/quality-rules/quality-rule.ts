import type { FinalQualityPolicy } from '@gondola/db';
import { defaultQualityThresholds, type QualityThresholds } from '../images/quality-gate.ts';

/** The quality thresholds of a photo, the number of retries for better bytes, and the policy when all retries fail. */
export interface QualityRule {
  /** The row of the rule; null for the built-in rule. */
  id: string | null;
  thresholds: QualityThresholds;
  /** Retries for better bytes before the final policy applies. */
  maxRetries: number;
  finalPolicy: FinalQualityPolicy;
}

/**
 * The rule that applies when no operator set one. It flags the score, because a flagged score helps a store more than
 * none.
 */
export const builtInQualityRule: QualityRule = {
  id: null,
  thresholds: defaultQualityThresholds,
  /** Delays of 1, 4 and 16 minutes: time to send a better photo while the shelf is unchanged. */
  maxRetries: 3,
  finalPolicy: 'SCORE_FLAGGED',
};

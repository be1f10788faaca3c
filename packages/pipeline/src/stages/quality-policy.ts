import { defaultQualityThresholds, type QualityThresholds } from '../images/quality-gate.ts';

/** What happens to a photo below the quality floor. */
export interface QualityPolicy {
  thresholds: QualityThresholds;
  /** Looks for better bytes before the photo is scored as it is. */
  maxRetries: number;
  /** The first wait; each later one is four times as long. */
  baseDelaySeconds: number;
}

/** Waits of 1, 4 and 16 minutes: time for a store to send a better photo while the shelf is still the same. */
export const defaultQualityPolicy: QualityPolicy = {
  thresholds: defaultQualityThresholds,
  maxRetries: 3,
  baseDelaySeconds: 60,
};

/** Exponential, with up to 20 % of jitter either way so that a store's batch does not come back as one. `random` is 0..1. */
export const retryDelaySeconds = (policy: QualityPolicy, retries: number, random: number): number =>
  policy.baseDelaySeconds * 4 ** retries * (0.8 + 0.4 * random);

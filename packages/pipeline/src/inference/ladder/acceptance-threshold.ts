import type { Realogram } from '../../realogram.ts';

/** Minimum that a tier's answer must reach to be accepted while a lower tier remains. Configured per tier. */
export interface AcceptanceThreshold {
  minDetections: number;
  /** Mean confidence of the products, 0..1. */
  minMeanConfidence: number;
}

/** Accepts any answer. */
export const noThreshold: AcceptanceThreshold = { minDetections: 0, minMeanConfidence: 0 };

/** Returns why an answer is below the threshold, in words, or null. */
export function belowThreshold({ detections }: Realogram, threshold: AcceptanceThreshold): string | null {
  const products = detections.filter(({ kind }) => kind === 'product');
  if (products.length < threshold.minDetections)
    return `${products.length} products seen, ${threshold.minDetections} are asked for`;
  if (products.length === 0) return null;
  const mean = products.reduce((sum, { confidence }) => sum + confidence, 0) / products.length;
  return mean < threshold.minMeanConfidence
    ? `mean confidence ${mean.toFixed(2)}, ${threshold.minMeanConfidence} is asked for`
    : null;
}

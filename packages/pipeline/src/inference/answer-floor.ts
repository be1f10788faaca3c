import type { Realogram } from './realogram.ts';

/** The least that an answer must hold to be taken when there is a lower tier to ask. Configuration, per tier. */
export interface AnswerFloor {
  minDetections: number;
  /** Mean confidence of the products, 0..1. */
  minMeanConfidence: number;
}

/** Takes any answer. */
export const noFloor: AnswerFloor = { minDetections: 0, minMeanConfidence: 0 };

/** What an answer lacks, in words, or null. */
export function belowFloor({ detections }: Realogram, floor: AnswerFloor): string | null {
  const products = detections.filter(({ kind }) => kind === 'product');
  if (products.length < floor.minDetections)
    return `${products.length} products seen, ${floor.minDetections} are asked for`;
  if (products.length === 0) return null;
  const mean = products.reduce((sum, { confidence }) => sum + confidence, 0) / products.length;
  return mean < floor.minMeanConfidence
    ? `mean confidence ${mean.toFixed(2)}, ${floor.minMeanConfidence} is asked for`
    : null;
}

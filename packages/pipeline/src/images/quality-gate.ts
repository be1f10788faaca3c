import type { QualityFlaw } from '@gondola/db';

export interface QualityThresholds {
  minShortSidePx: number;
  minSharpness: number;
}

export const defaultQualityThresholds: QualityThresholds = {
  /** Full HD upright: below it, price tags and small fronts of a bay of 1.2 m fall under some 20 px and go unseen. */
  minShortSidePx: 1080,
  /** The customary border of the Laplacian variance between blurred and sharp photos of the size above. */
  minSharpness: 100,
};

export interface QualityAssessment {
  verdict: 'PASS' | 'DEGRADED';
  flaws: QualityFlaw[];
}

/** Whether a photo is good enough to score, and what a recapture must do better. A value at its threshold passes. */
export function assessQuality(
  photo: { widthPx: number; heightPx: number; sharpness: number },
  thresholds: QualityThresholds = defaultQualityThresholds,
): QualityAssessment {
  const flaws: QualityFlaw[] = [];
  if (Math.min(photo.widthPx, photo.heightPx) < thresholds.minShortSidePx) flaws.push('TOO_SMALL');
  if (photo.sharpness < thresholds.minSharpness) flaws.push('TOO_BLURRED');
  return { verdict: flaws.length === 0 ? 'PASS' : 'DEGRADED', flaws };
}

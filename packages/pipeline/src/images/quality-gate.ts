import type { QualityFlaw, QualityHint } from '@gondola/db';

export interface QualityThresholds {
  minShortSidePx: number;
  minSharpness: number;
  /** Long side over short side, at most. */
  maxAspect: number;
}

export const defaultQualityThresholds: QualityThresholds = {
  /** Full HD upright: below it, price tags and small fronts of a bay of 1.2 m fall under some 20 px and go unseen. */
  minShortSidePx: 1080,
  /** The customary border of the Laplacian variance between blurred and sharp photos of the size above. */
  minSharpness: 100,
  /** The widest camera format is 21:9 (2.33), two 4:3 photos side by side are 2.67; longer is a strip of a photo. */
  maxAspect: 3,
};

/**
 * Light that is told to whoever takes the next photo. Set clear of 71 real photos of lit shelves, of which none may
 * get a hint: mean grey 57 to 168, at most 40 % of nearly black and 13 % of burnt-out pixels.
 */
export const hintThresholds = {
  /** A closed store under emergency light; the darkest real shelf has 57. */
  minMeanGrey: 45,
  /** Most of the picture shows nothing, however bright its lit part is; the worst real shelf has 0.40. */
  maxDarkShare: 0.6,
  /** Paper-white all over; the brightest real shelf has 168, packshots cut out on white have 206. */
  maxMeanGrey: 220,
  /** A lamp or its reflection over a fifth of the bay; price tags and white packs reach 0.13. */
  maxGlareShare: 0.2,
} as const;

/** What the gate looks at: sides after EXIF orientation, and the light (see measure-light.ts). */
export interface PhotoMeasures {
  widthPx: number;
  heightPx: number;
  sharpness: number;
  /** 0..255. */
  meanGrey: number;
  /** 0..1. */
  darkShare: number;
  /** 0..1. */
  glareShare: number;
}

export interface QualityAssessment {
  verdict: 'PASS' | 'DEGRADED';
  flaws: QualityFlaw[];
  /** By themselves no reason to hold the photo. */
  hints: QualityHint[];
}

/** Whether a photo is good enough to score, and what a recapture must do better. A value at its threshold passes. */
export function assessQuality(
  photo: PhotoMeasures,
  thresholds: QualityThresholds = defaultQualityThresholds,
): QualityAssessment {
  const shortSidePx = Math.min(photo.widthPx, photo.heightPx);
  const longSidePx = Math.max(photo.widthPx, photo.heightPx);
  const flaws: QualityFlaw[] = [];
  if (shortSidePx < thresholds.minShortSidePx) flaws.push('TOO_SMALL');
  // Multiplied, not divided: a short side of 0 is no exception.
  if (longSidePx > shortSidePx * thresholds.maxAspect) flaws.push('BAD_ASPECT');
  if (photo.sharpness < thresholds.minSharpness) flaws.push('TOO_BLURRED');
  return { verdict: flaws.length === 0 ? 'PASS' : 'DEGRADED', flaws, hints: hintsOf(photo) };
}

function hintsOf({ meanGrey, darkShare, glareShare }: PhotoMeasures): QualityHint[] {
  const hints: QualityHint[] = [];
  if (meanGrey < hintThresholds.minMeanGrey || darkShare > hintThresholds.maxDarkShare)
    hints.push('TOO_DARK');
  if (meanGrey > hintThresholds.maxMeanGrey) hints.push('TOO_BRIGHT');
  if (glareShare > hintThresholds.maxGlareShare) hints.push('GLARE');
  return hints;
}

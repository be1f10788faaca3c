import type { QualityFlaw, QualityHint } from '@gondola/db';

export interface QualityThresholds {
  minShortSidePx: number;
  minSharpness: number;
  /** Long side over short side, at most. */
  maxAspect: number;
}

export const defaultQualityThresholds: QualityThresholds = {
  /**
   * Full HD upright. Below it, price tags and small fronts of a 1.2 m bay are smaller than about 20 px and are not
   * detected.
   */
  minShortSidePx: 1080,
  /** The customary threshold of the Laplacian variance between blurred and sharp photos of the size above. */
  minSharpness: 100,
  /** The widest camera format is 21:9 (2.33), two 4:3 photos side by side are 2.67; longer is a strip of a photo. */
  maxAspect: 3,
};

/**
 * Thresholds of hints about light for the next photo. Set clear of 71 real photos of lit shelves, of which none may get a hint:
 * mean grey 57 to 168, at most 40 % of nearly black and 13 % of burnt-out pixels.
 */
export const hintThresholds = {
  /** A closed store under emergency light; the darkest real shelf has 57. */
  minMeanGrey: 45,
  /** Most of the photo shows nothing, whatever the brightness of its lit part; the worst real shelf has 0.40. */
  maxDarkShare: 0.6,
  /** Paper-white everywhere; the brightest real shelf has 168, packshots on white have 206. */
  maxMeanGrey: 220,
  /** A lamp or its reflection over a fifth of the bay; price tags and white packs reach 0.13. */
  maxGlareShare: 0.2,
} as const;

/** Input of the gate: sides after EXIF orientation, and the light (see measure/measure-frame.ts). */
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
  /** Hints alone do not hold the photo. */
  hints: QualityHint[];
}

/**
 * Decides whether a photo is good enough to score, and lists the flaws that a recapture must improve. A value at its
 * threshold passes.
 */
export function assessQuality(
  photo: PhotoMeasures,
  thresholds: QualityThresholds = defaultQualityThresholds,
): QualityAssessment {
  const shortSidePx = Math.min(photo.widthPx, photo.heightPx);
  const longSidePx = Math.max(photo.widthPx, photo.heightPx);
  const flaws: QualityFlaw[] = [];
  if (shortSidePx < thresholds.minShortSidePx) flaws.push('TOO_SMALL');
  // Multiplied, not divided, so that a short side of 0 needs no special case.
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

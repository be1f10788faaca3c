import type { RecaptureReason } from '../generated/graphql.ts';
import { percent } from '../lib/percent.ts';
import { recaptureReasonLabels } from './quality-labels.ts';

/** The measures of a photo, and the rule that it was judged by; null for an unmeasured value. */
export interface PhotoFacts {
  shortSidePx: number | null;
  sharpness: number | null;
  /** 0 (black) to 255. */
  meanGrey: number | null;
  /** 0..1 */
  darkShare: number | null;
  /** 0..1 */
  glareShare: number | null;
  rule: { minShortSidePx: number; minSharpness: number; maxAspect: number } | null;
}

/** Sides of a photo in pixels. */
export interface PhotoSides {
  widthPx: number;
  heightPx: number;
}

/**
 * Returns long side over short side with one decimal, rounded up, so that 3.04 does not look like the 3 that is
 * allowed.
 */
export const aspectOf = ({ widthPx, heightPx }: PhotoSides): number =>
  Math.ceil((Math.max(widthPx, heightPx) / Math.min(widthPx, heightPx)) * 10) / 10;

/** Returns sharpness as a whole number, rounded down: 99.6 is below 100 and must look so. */
export const shownSharpness = (sharpness: number): number => Math.floor(sharpness);

/**
 * Returns why a photo is insufficient, with the measured and the required value, such as "The photo is too blurred to
 * read products (sharpness 43, 100 required)." Without a measure the sentence has no figures.
 */
export function findingSentence(
  reason: RecaptureReason,
  facts: PhotoFacts | null,
  photo: PhotoSides | null,
): string {
  const figures = figuresOf(reason, facts, photo);
  return `${sentences[reason] ?? recaptureReasonLabels[reason]}${figures ? ` (${figures})` : ''}.`;
}

const sentences: Partial<Record<RecaptureReason, string>> = {
  TOO_SMALL: 'The photo is too small to read price tags and small fronts',
  BAD_ASPECT: 'The photo is too long and narrow to show a bay',
  TOO_BLURRED: 'The photo is too blurred to read products',
  TOO_DARK: 'The photo is too dark',
  TOO_BRIGHT: 'The photo is too bright',
  GLARE: 'Lamps are reflected in the shelf',
};

function figuresOf(
  reason: RecaptureReason,
  facts: PhotoFacts | null,
  photo: PhotoSides | null,
): string | null {
  if (!facts) return null;
  const { rule, shortSidePx, sharpness, meanGrey, darkShare, glareShare } = facts;
  switch (reason) {
    case 'TOO_SMALL':
      return shortSidePx === null
        ? null
        : against(`short side ${shortSidePx} px`, rule && `${rule.minShortSidePx} px required`);
    case 'TOO_BLURRED':
      return sharpness === null
        ? null
        : against(`sharpness ${shownSharpness(sharpness)}`, rule && `${rule.minSharpness} required`);
    case 'BAD_ASPECT':
      return photo
        ? against(`${aspectOf(photo)} to 1`, rule && `${rule.maxAspect} to 1 at most required`)
        : null;
    case 'TOO_DARK':
      if (darkShare === null) return meanGrey === null ? null : brightness(meanGrey);
      return `${percent(darkShare)} of it is nearly black${meanGrey === null ? '' : `, ${brightness(meanGrey)}`}`;
    case 'TOO_BRIGHT':
      return meanGrey === null ? null : brightness(meanGrey);
    case 'GLARE':
      return glareShare === null ? null : `${percent(glareShare)} of it is overexposed`;
    default:
      return null;
  }
}

const against = (measured: string, asked: string | null): string =>
  asked ? `${measured}, ${asked}` : measured;

const brightness = (meanGrey: number): string => `brightness ${Math.round(meanGrey)} of 255`;

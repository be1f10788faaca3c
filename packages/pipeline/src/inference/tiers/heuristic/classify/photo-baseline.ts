import { upperMedian } from '../../../../math/median.ts';
import { type Match, rawLikeness } from '../match/identify.ts';
import type { RectifiedBay } from '../rectify/rectified-bay.ts';
import { type ColourCast, colourCast, colourDistance } from './colour-cast.ts';
import type { FacingObservation } from './facing-observation.ts';

/** Per-photo baseline of a correct match: similarity, colour cast, texture. Light, blur and print editions differ by photo. */
export interface PhotoBaseline {
  /** Likeness of a typical correct match. */
  likeness: number;
  cast: ColourCast;
  /** Surface of typical packs. */
  busyness: number;
  lightness: number;
}

/** From this likeness on a match is certain in any photo. */
const minSureLikeness = 0.55;
/** Typical likeness when the photo has no certain match. */
const defaultLikeness = 0.8;

export function photoBaselineOf(
  bay: RectifiedBay,
  observations: readonly FacingObservation[],
): PhotoBaseline {
  const sure = observations.flatMap((observation) => {
    const best = observation.matches[0];
    return best !== undefined && rawLikeness(best) > minSureLikeness ? [{ observation, best }] : [];
  });
  const likeness = sure.length > 0 ? upperMedian(sure.map(({ best }) => rawLikeness(best))) : defaultLikeness;
  const surest = sure.filter(({ best }) => rawLikeness(best) > 0.85 * likeness);
  const anything = sure.length > 0 ? sure.map((s) => s.observation) : observations;
  return {
    likeness,
    cast: colourCast(
      bay,
      surest.flatMap(({ best }) => best.contender ?? []),
    ),
    busyness: upperMedian(anything.map((s) => s.surface.busyness)),
    lightness: upperMedian(anything.map((s) => s.surface.lightness)),
  };
}

/** Correct matches lie within this colour distance of their reference; each unit beyond it costs `colourCost`. */
const maxUsualDistance = 12;
const colourCost = 0.02;

/**
 * Returns the quality of a match: 1 for a typical correct match of this photo, about 0.5 at best for a foreign pack,
 * 0 and less for an empty place.
 */
export function matchQuality(bay: RectifiedBay, baseline: PhotoBaseline, match: Match): number {
  const relative = rawLikeness(match) / baseline.likeness;
  const { contender } = match;
  if (contender === null) return Math.min(0, relative);
  const distance = colourDistance(bay, baseline.cast, contender);
  return relative - colourCost * Math.max(0, distance - maxUsualDistance);
}

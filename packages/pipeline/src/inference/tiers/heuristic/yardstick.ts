import { type ColourCast, colourCast, colourDistance } from './colour-cast.ts';
import { type Candidature, rawLikeness } from './identify.ts';
import type { RectifiedBay } from './rectified-bay.ts';
import type { Sight } from './sight.ts';

/** What a pack that is right looks like in this photo: light, blur and editions of print differ from photo to photo. */
export interface Yardstick {
  /** Likeness of a typical right pack. */
  likeness: number;
  cast: ColourCast;
  /** Surface of typical packs. */
  busyness: number;
  lightness: number;
}

/** Likeness from which a pack surely is what it looks like, whatever the photo. */
const surely = 0.55;
/** Typical likeness when nothing in the photo is sure. */
const usual = 0.8;

export function yardstickOf(bay: RectifiedBay, sights: readonly Sight[]): Yardstick {
  const sure = sights.flatMap((sight) => {
    const best = sight.candidatures[0];
    return best !== undefined && rawLikeness(best) > surely ? [{ sight, best }] : [];
  });
  const likeness = sure.length > 0 ? median(sure.map(({ best }) => rawLikeness(best))) : usual;
  const surest = sure.filter(({ best }) => rawLikeness(best) > 0.85 * likeness);
  const anything = sure.length > 0 ? sure.map((s) => s.sight) : sights;
  return {
    likeness,
    cast: colourCast(
      bay,
      surest.flatMap(({ best }) => best.contender ?? []),
    ),
    busyness: median(anything.map((s) => s.surface.busyness)),
    lightness: median(anything.map((s) => s.surface.lightness)),
  };
}

/** Right packs come within this colour distance of their reference; past it every unit costs `colourCost`. */
const usualDistance = 12;
const colourCost = 0.02;

/**
 * How good a match is in itself: 1 for a typical right pack of this photo, about 0.5 at best for a foreign pack,
 * 0 and less for an empty place.
 */
export function verify(bay: RectifiedBay, yardstick: Yardstick, candidature: Candidature): number {
  const relative = rawLikeness(candidature) / yardstick.likeness;
  const { contender } = candidature;
  if (contender === null) return Math.min(0, relative);
  const distance = colourDistance(bay, yardstick.cast, contender);
  return relative - colourCost * Math.max(0, distance - usualDistance);
}

function median(values: number[]): number {
  const sorted = values.sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

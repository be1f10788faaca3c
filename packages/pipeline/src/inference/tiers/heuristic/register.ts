import { compose, scaling } from '../../../geometry/homography.ts';
import type { Frame } from '../../../images/frame.ts';
import { coarseRegistrations, homographyOf } from './coarse-registration.ts';
import type { Plan } from './figure.ts';
import { integralOf, sumStore } from './integral-image.ts';
import { toLab } from './lab-image.ts';
import { promise, type Registration, refineRegistration } from './refine-registration.ts';
import { shrinkFrame } from './resample.ts';
import { sane } from './sane.ts';
import { heuristicSettings } from './settings.ts';

/** Below this share of places that look like their product the photo is of something else. */
const minSupport = 0.2;
const minSupporters = 3;
/** From this share on a start has plainly led to the bay; the next best one would lead to the same. */
const plainSupport = 0.8;
/**
 * Until then the others are tried: one column of packs further on, a bay looks almost as promising at first, and is given
 * away by the shelves whose columns do not follow.
 */
const mostStarts = 5;
const leastPromise = 0.5;

const store = sumStore();

/** Brings plan and photo together; `bayToPhoto` is in pixels of `frame`. Null when no placement is plausible. */
export function register(plan: Plan, frame: Frame): Registration | null {
  const referenced = plan.places.filter((p) => (plan.figures[p.figure]?.images.length ?? 0) > 0).length;
  // Rails alone would place the shelves but not what stands along them.
  if (referenced < minSupporters) return null;
  const fine = shrinkFrame(frame, heuristicSettings.refineLongSidePx);
  const integral = integralOf(toLab(fine), store);
  const starts = coarseRegistrations(plan, toLab(shrinkFrame(fine, heuristicSettings.coarseLongSidePx)));
  const promising = starts
    .map(({ corners }) => homographyOf(corners, plan, fine.width, fine.height))
    .map((start) => ({ start, promise: promise(plan, integral, start) }))
    .sort((a, b) => b.promise - a.promise);
  let best: Registration | null = null;
  for (const { start, promise } of promising.slice(0, mostStarts)) {
    if (best !== null && promise < leastPromise * (promising[0]?.promise ?? 0)) break;
    if (best !== null && best.supporters >= plainSupport * referenced) break;
    const refined = refineRegistration(plan, integral, start);
    if (best === null || refined.score > best.score) best = refined;
  }
  if (best === null || !sane(best.bayToPhoto, plan)) return null;
  if (best.supporters < Math.max(minSupporters, minSupport * referenced)) return null;
  const bayToPhoto = compose(scaling(frame.width / fine.width, frame.height / fine.height), best.bayToPhoto);
  return { ...best, bayToPhoto };
}

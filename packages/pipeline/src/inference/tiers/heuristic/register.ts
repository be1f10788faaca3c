import { compose, scaling } from '../../../geometry/homography.ts';
import type { Frame } from '../../../images/frame.ts';
import { coarseRegistrations, homographyOf } from './coarse-registration.ts';
import type { Plan } from './figure.ts';
import { integralOf } from './integral-image.ts';
import { toLab } from './lab-image.ts';
import { promise, type Registration, refineRegistration } from './refine-registration.ts';
import { shrinkFrame } from './resample.ts';
import { sane } from './sane.ts';
import { heuristicSettings } from './settings.ts';

/** Below this share of places that look like their product the photo is of something else. */
const minSupport = 0.2;
const minSupporters = 3;
/** Brings plan and photo together; `bayToPhoto` is in pixels of `frame`. Null when no placement is plausible. */
export function register(plan: Plan, frame: Frame): Registration | null {
  const referenced = plan.places.filter((p) => (plan.figures[p.figure]?.images.length ?? 0) > 0).length;
  // Rails alone would place the shelves but not what stands along them.
  if (referenced < minSupporters) return null;
  const fine = shrinkFrame(frame, heuristicSettings.refineLongSidePx);
  const integral = integralOf(toLab(fine));
  const starts = coarseRegistrations(plan, toLab(shrinkFrame(fine, heuristicSettings.coarseLongSidePx)));
  const promising = starts
    .map(({ corners }) => homographyOf(corners, plan, fine.width, fine.height))
    .map((start) => ({ start, promise: promise(plan, integral, start) }))
    .sort((a, b) => b.promise - a.promise);
  let best: Registration | null = null;
  for (const { start, promise } of promising.slice(0, 2)) {
    if (best !== null && promise < 0.8 * (promising[0]?.promise ?? 0)) break;
    const refined = refineRegistration(plan, integral, start);
    if (best === null || refined.score > best.score) best = refined;
  }
  if (best === null || !sane(best.bayToPhoto, plan)) return null;
  if (best.supporters < Math.max(minSupporters, minSupport * referenced)) return null;
  const bayToPhoto = compose(scaling(frame.width / fine.width, frame.height / fine.height), best.bayToPhoto);
  return { ...best, bayToPhoto };
}

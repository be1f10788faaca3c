import type { Frame } from '../../../../images/frame.ts';
import { compose, scaling } from '../../../../math/homography.ts';
import { integralOf, sumBuffer } from '../pixels/integral-image.ts';
import { toLab } from '../pixels/lab-image.ts';
import { shrinkFrame } from '../pixels/resample.ts';
import { heuristicSettings } from '../settings.ts';
import type { Plan } from '../templates/product-template.ts';
import { coarseRegistrations, homographyOf } from './coarse-registration.ts';
import { isPlausibleView } from './is-plausible-view.ts';
import { type Registration, refineRegistration, startQuality } from './refine-registration.ts';

/** Below this share of places that resemble their product, the photo shows something else. */
const minSupportShare = 0.2;
const minSupporters = 3;
/** From this share on the registration is certain; the next start would give the same one. */
const plainSupportShare = 0.8;
/**
 * Below that share other starts are refined too: a start one column off rates almost as high, until refinement shows the
 * shelves whose columns do not fit.
 */
const maxStarts = 5;
const minStartQuality = 0.5;

const buffer = sumBuffer();

/** Registers the plan to the photo; `bayToPhoto` is in pixels of `frame`. Returns null when no placement is plausible. */
export function registerUpright(plan: Plan, frame: Frame): Registration | null {
  const referenced = plan.places.filter(
    (p) => (plan.productTemplates[p.productIndex]?.images.length ?? 0) > 0,
  ).length;
  // Rails alone locate the shelves, not the positions along them.
  if (referenced < minSupporters) return null;
  const fine = shrinkFrame(frame, heuristicSettings.refineLongSidePx);
  const integral = integralOf(toLab(fine), buffer);
  const starts = coarseRegistrations(plan, toLab(shrinkFrame(fine, heuristicSettings.coarseLongSidePx)));
  const rankedStarts = starts
    .map(({ corners }) => homographyOf(corners, plan, fine.width, fine.height))
    .map((start) => ({ start, startQuality: startQuality(plan, integral, start) }))
    .sort((a, b) => b.startQuality - a.startQuality);
  let best: Registration | null = null;
  for (const { start, startQuality } of rankedStarts.slice(0, maxStarts)) {
    if (best !== null && startQuality < minStartQuality * (rankedStarts[0]?.startQuality ?? 0)) break;
    if (best !== null && best.supporters >= plainSupportShare * referenced) break;
    const refined = refineRegistration(plan, integral, start);
    if (best === null || refined.score > best.score) best = refined;
  }
  if (best === null || !isPlausibleView(best.bayToPhoto, plan)) return null;
  if (best.supporters < Math.max(minSupporters, minSupportShare * referenced)) return null;
  const bayToPhoto = compose(scaling(frame.width / fine.width, frame.height / fine.height), best.bayToPhoto);
  return { ...best, bayToPhoto };
}

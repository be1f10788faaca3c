import { compose } from '../../../../math/homography.ts';
import { integralOf, sumBuffer } from '../pixels/integral-image.ts';
import type { LabImage } from '../pixels/lab-image.ts';
import { resizeLab } from '../pixels/resample.ts';
import type { Plan } from '../templates/product-template.ts';
import { homographyOf } from './coarse-registration.ts';
import { hillClimb } from './hill-climb.ts';
import { placementScorer } from './placement-scorer.ts';
import { type Registration, refineRegistration } from './refine-registration.ts';
import { pooled, responseMaps } from './response-map.ts';
import { shelfLinesOf } from './shelf-lines.ts';
import type { PoseCandidate } from './sweep-pose.ts';
import { turnUpright } from './turn-image.ts';

/** The climb runs on an image in which the median pack is about this wide: enough for a grid of four cells each way. */
const climbSidePx = 18;
const climbPlaces = 120;
const buffers = { climb: sumBuffer(), refine: sumBuffer() };

/** Refines a candidate of the sweep; `bayToPhoto` of the result is in pixels of `photo`. */
export function registerPosed(plan: Plan, photo: LabImage, candidate: PoseCandidate): Registration {
  const { image, toPhoto } = turnUpright(photo, candidate.pose);
  const corners = climbed(plan, image, candidate);
  const start = homographyOf(corners, plan, image.width, image.height);
  const refined = refineRegistration(plan, integralOf(image, buffers.refine), start);
  return { ...refined, bayToPhoto: compose(toPhoto, refined.bayToPhoto) };
}

function climbed(plan: Plan, image: LabImage, candidate: PoseCandidate): readonly number[] {
  const { widthMm, heightMm } = plan.planogram;
  const { pxPerMm, squeeze, x, y } = candidate;
  const sides = plan.places.map(({ slot }) => Math.min(slot.widthMm, slot.heightMm)).sort((a, b) => a - b);
  const side = Math.max(1e-6, (sides[sides.length >> 1] ?? 1) * pxPerMm);
  const shrink = Math.min(1, climbSidePx / side);
  const level = resizeLab(
    image,
    Math.max(4, Math.round(image.width * shrink)),
    Math.max(4, Math.round(image.height * shrink)),
  );
  const scale = pxPerMm * shrink;
  const maps = responseMaps(integralOf(level, buffers.climb), plan.productTemplates, scale, scale);
  const lines = shelfLinesOf(level);
  const rough = placementScorer(plan, level, [pooled(maps)], lines, climbPlaces);
  const exact = placementScorer(plan, level, [maps], lines, climbPlaces);
  const wide = (widthMm * pxPerMm) / 2 / image.width;
  const high = (heightMm * pxPerMm * squeeze) / 2 / image.height;
  const [cx, cy] = [x / image.width, y / image.height];
  const corners = [cx - wide, cy - high, cx + wide, cy - high, cx + wide, cy + high, cx - wide, cy + high];
  return hillClimb({ corners, score: 0 }, rough, exact).corners;
}

import type { PlacementProblem } from '@gondola/db';
import type { Frame } from '../../../images/frame.ts';
import { compose, type Homography, scaling } from '../../../math/homography.ts';
import type { FacingObservation } from './classify/facing-observation.ts';
import { surfaceOf } from './classify/occupancy.ts';
import { type Scene, TemplateCache } from './match/find-template.ts';
import { identify, rawLikeness } from './match/identify.ts';
import { shrinkFrame } from './pixels/resample.ts';
import { rectify, reduction } from './rectify/rectified-bay.ts';
import { viewOf } from './rectify/visibility.ts';
import type { Registration } from './register/refine-registration.ts';
import { register } from './register/register.ts';
import { shelfOffset } from './register/shelf-offset.ts';
import { heuristicSettings } from './settings.ts';
import type { Plan } from './templates/product-template.ts';

/** The bay as observed; without a registration only the reason is known. */
export type Observation = ObservedBay | { problem: PlacementProblem };

export interface ObservedBay {
  observations: readonly FacingObservation[];
  /** Bay millimetres to shares (0..1) of the photo. */
  bayToPhoto: Homography;
  scene: Scene;
  problem: 'TURNED' | null;
  /** True when the registration was searched among all poses: it needs more confirmation. */
  isSwept: boolean;
}

/** Registers the plan to the photo and observes every visible place. Without a registration returns the reason. */
export function observeFacings(plan: Plan, photo: Frame, usualViewOnly: boolean): Observation {
  const frame = shrinkFrame(photo, heuristicSettings.workLongSidePx);
  if (frame.width < 32 || frame.height < 32 || plan.places.length === 0) return { problem: 'NOT_RECOGNISED' };
  const placement = register(plan, frame, usualViewOnly, (registration) =>
    recognisedShare(observe(plan, frame, registration).observations),
  );
  if (placement.registration === null) return { problem: placement.problem };
  const { registration, problem, isSwept } = placement;
  return {
    ...observe(plan, frame, registration),
    bayToPhoto: compose(scaling(1 / frame.width, 1 / frame.height), registration.bayToPhoto),
    problem,
    isSwept,
  };
}

/** Observes every visible place under a registration in pixels of `frame`. */
function observe(
  plan: Plan,
  frame: Frame,
  { bayToPhoto, packStretch, packOffsets }: Registration,
): Pick<ObservedBay, 'observations' | 'scene'> {
  const bay = rectify(...matched(frame, bayToPhoto, plan), plan);
  const { productTemplates } = plan;
  const scene = { bay, templateCache: new TemplateCache(productTemplates), productTemplates, packStretch };
  const offsetOf = shelfOffset(packOffsets);
  const observations = plan.places.flatMap((place): FacingObservation[] => {
    const { slot } = place;
    const { dxMm, dyMm } = offsetOf(place);
    const heightMm = slot.heightMm * packStretch;
    const yMm = slot.yMm + dyMm + slot.heightMm - heightMm;
    const box = { xMm: slot.xMm + dxMm, yMm, widthMm: slot.widthMm, heightMm };
    const view = viewOf(bayToPhoto, frame, box);
    if (view === null) return [];
    const area = { ...box, xMm: box.xMm + box.widthMm / 2, yMm: box.yMm + box.heightMm };
    const matches = identify(scene, area, view, place.productIndex);
    return [{ place, box, view, matches, surface: surfaceOf(bay, box), foundBy: 'place' }];
  });
  return { observations, scene };
}

/** From this likeness on a place shows a whole pack: packs that are cut, stretched or mirrored stay below in most places. */
const minPlainLikeness = 0.75;

/** Returns the share of the visible places that plainly show a product of the plan, the planned one or another. */
function recognisedShare(observations: readonly FacingObservation[]): number {
  const recognised = observations.filter(
    ({ matches: [best] }) => best !== undefined && rawLikeness(best) >= minPlainLikeness,
  );
  return recognised.length / Math.max(1, observations.length);
}

/** Shrinks the frame to about the resolution of the rectified bay, so that sampling does not alias. */
function matched(frame: Frame, bayToFrame: Homography, plan: Plan): [Frame, Homography] {
  const factor = reduction(bayToFrame, plan);
  if (factor < 1.25) return [frame, bayToFrame];
  const smaller = shrinkFrame(frame, Math.max(frame.width, frame.height) / factor);
  return [smaller, compose(scaling(smaller.width / frame.width, smaller.height / frame.height), bayToFrame)];
}

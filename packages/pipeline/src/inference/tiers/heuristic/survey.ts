import { compose, type Homography, scaling } from '../../../geometry/homography.ts';
import type { Frame } from '../../../images/frame.ts';
import type { Plan } from './figure.ts';
import { type Scene, TemplateRack } from './find-figure.ts';
import { identify } from './identify.ts';
import { surfaceOf } from './occupancy.ts';
import { rectify, reduction } from './rectified-bay.ts';
import { register } from './register.ts';
import { shrinkFrame } from './resample.ts';
import { heuristicSettings } from './settings.ts';
import { shelfDrift } from './shelf-drift.ts';
import type { Sight } from './sight.ts';
import { viewOf } from './visibility.ts';

export interface Survey {
  sights: readonly Sight[];
  /** Bay millimetres to shares (0..1) of the photo. */
  bayToPhoto: Homography;
  scene: Scene;
}

/** Places the plan in the photo and looks at every visible place; null when the photo cannot be placed. */
export function survey(plan: Plan, photo: Frame): Survey | null {
  const frame = shrinkFrame(photo, heuristicSettings.workLongSidePx);
  if (frame.width < 32 || frame.height < 32 || plan.places.length === 0) return null;
  const registration = register(plan, frame);
  if (registration === null) return null;
  const { bayToPhoto, packStretch } = registration;

  const bay = rectify(...matched(frame, bayToPhoto, plan), plan);
  const { figures } = plan;
  const scene = { bay, rack: new TemplateRack(figures), figures, packStretch };
  const drift = shelfDrift(registration.sightings);
  const sights = plan.places.flatMap((place): Sight[] => {
    const { slot } = place;
    const { dxMm, dyMm } = drift(place);
    const heightMm = slot.heightMm * packStretch;
    const yMm = slot.yMm + dyMm + slot.heightMm - heightMm;
    const box = { xMm: slot.xMm + dxMm, yMm, widthMm: slot.widthMm, heightMm };
    const view = viewOf(bayToPhoto, frame, box);
    if (view === null) return [];
    const stand = { ...box, xMm: box.xMm + box.widthMm / 2, yMm: box.yMm + box.heightMm };
    const candidatures = identify(scene, stand, view, place.figure);
    return [{ place, box, view, candidatures, surface: surfaceOf(bay, box), foundBy: 'place' }];
  });
  return { sights, bayToPhoto: compose(scaling(1 / frame.width, 1 / frame.height), bayToPhoto), scene };
}

/** The frame shrunk to about the resolution the bay is looked at, so that sampling it does not alias. */
function matched(frame: Frame, bayToFrame: Homography, plan: Plan): [Frame, Homography] {
  const factor = reduction(bayToFrame, plan);
  if (factor < 1.25) return [frame, bayToFrame];
  const smaller = shrinkFrame(frame, Math.max(frame.width, frame.height) / factor);
  return [smaller, compose(scaling(smaller.width / frame.width, smaller.height / frame.height), bayToFrame)];
}

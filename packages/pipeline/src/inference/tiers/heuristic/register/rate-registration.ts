import type { LabImage } from '../pixels/lab-image.ts';
import type { Place, Plan } from '../templates/product-template.ts';
import { placesInView } from './places-in-view.ts';
import type { Registration } from './refine-registration.ts';
import type { Pose } from './turn-image.ts';

/** A registration with the places that speak for it. */
export interface RatedRegistration {
  registration: Registration;
  pose: Pose;
  inView: readonly Place[];
  /** Share of the places in view that resemble their product. */
  support: number;
}

/** Counts the places in view, and the share of them that supports the registration. */
export function rateRegistration(
  plan: Plan,
  photo: LabImage,
  registration: Registration,
  pose: Pose,
): RatedRegistration {
  const inView = placesInView(plan, registration.bayToPhoto, photo);
  return { registration, pose, inView, support: registration.supporters / Math.max(1, inView.length) };
}

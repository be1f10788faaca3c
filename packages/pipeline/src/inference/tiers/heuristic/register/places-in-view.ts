import type { Homography } from '../../../../math/homography.ts';
import { viewOf } from '../rectify/visibility.ts';
import type { Place, Plan } from '../templates/product-template.ts';

/** Returns the places with a reference image that the photo shows under the registration. */
export function placesInView(
  plan: Plan,
  bayToPhoto: Homography,
  photo: { width: number; height: number },
): Place[] {
  return plan.places.filter(
    ({ slot, productIndex }) =>
      (plan.productTemplates[productIndex]?.images.length ?? 0) > 0 &&
      viewOf(bayToPhoto, photo, slot) !== null,
  );
}

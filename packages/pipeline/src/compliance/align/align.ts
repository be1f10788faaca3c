import type { Planogram } from '../../planogram/model.ts';
import type { Realogram } from '../../realogram.ts';
import { alignDetections } from './align-detections.ts';
import { alignPlaces } from './align-places.ts';
import type { Alignment } from './alignment.ts';
import { canonicalDetections } from './canonical-detections.ts';
import { hideCovered } from './hide-covered.ts';
import { layoutOf } from './layout.ts';
import { namesPositions } from './names-positions.ts';

/** Aligns a realogram with a planogram. The same realogram in any order gives the same alignment. */
export const align = (planogram: Planogram, realogram: Realogram): Alignment =>
  hideCovered(alignShown(planogram, realogram), realogram.covered ?? []);

function alignShown(planogram: Planogram, realogram: Realogram): Alignment {
  const layout = layoutOf(planogram);
  const detections = canonicalDetections(realogram.detections);
  if (namesPositions(detections, layout.slots, realogram.planogramToPhoto)) {
    return alignPlaces(realogram, detections, planogram, layout);
  }
  // Slots and the registration of another version do not apply to this one.
  const foreign = detections.some(({ slot }) => slot !== null);
  const unplaced = foreign ? { ...realogram, planogramToPhoto: null } : realogram;
  const placeless = foreign
    ? canonicalDetections(detections.map((one) => ({ ...one, slot: null })))
    : detections;
  return alignDetections(unplaced, placeless, planogram, layout);
}

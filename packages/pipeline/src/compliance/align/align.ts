import type { Realogram } from '../../inference/realogram.ts';
import type { Planogram } from '../../planogram/model.ts';
import { alignDetections } from './align-detections.ts';
import { alignPlaces } from './align-places.ts';
import type { Alignment } from './alignment.ts';
import { canonicalDetections } from './canonical-detections.ts';
import { layOut } from './layout.ts';
import { namesPlaces } from './names-places.ts';

/** Lays a realogram over a planogram. The same realogram in any order gives the same alignment. */
export function align(planogram: Planogram, realogram: Realogram): Alignment {
  const layout = layOut(planogram);
  const detections = canonicalDetections(realogram.detections);
  if (namesPlaces(detections, layout.slots, realogram.planogramToPhoto)) {
    return alignPlaces(realogram, detections, planogram, layout);
  }
  // Places of another version, and where that version's bay is, are no help here.
  const foreign = detections.some(({ slot }) => slot !== null);
  const free = foreign ? { ...realogram, planogramToPhoto: null } : realogram;
  const placeless = foreign
    ? canonicalDetections(detections.map((one) => ({ ...one, slot: null })))
    : detections;
  return alignDetections(free, placeless, planogram, layout);
}

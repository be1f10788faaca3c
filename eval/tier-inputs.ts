import { type Frame, maxInferenceLongSidePx, toInferenceFrame } from '@gondola/pipeline/photo-detection';
import type { DemoBay } from '@gondola/simulator';
import { packshotsOf } from './packshots-of.ts';

/** Returns a function that makes the input of a tier from a decoded photo of a bay. Each bay's packshots are rendered once. */
export function tierInputs() {
  const known = new Map<DemoBay, Promise<Map<string, Frame[]>>>();
  return async (bay: DemoBay, photo: Frame) => {
    const references = known.get(bay) ?? packshotsOf(bay);
    known.set(bay, references);
    return {
      frame: await toInferenceFrame(photo, maxInferenceLongSidePx),
      planogram: bay.planogram,
      references: await references,
    };
  };
}

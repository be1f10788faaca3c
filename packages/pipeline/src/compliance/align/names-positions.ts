import type { Homography } from '../../geometry/homography.ts';
import type { Detection } from '../../inference/realogram.ts';
import type { Slot } from '../../planogram/model.ts';
import { coveredShare } from './boxes.ts';
import { viewSlot } from './slot-view.ts';

/** A box that shares nothing with the place it names was seen for another plan of the bay. */
const leastShared = 0.25;

/**
 * Whether detections name places of this planogram. A realogram made place by place for one version says nothing of the
 * places of another, though their ids may be the same; it is then read as any other set of detections.
 */
export function namesPlaces(
  detections: readonly Detection[],
  slots: readonly Slot[],
  planogramToPhoto: Homography | null,
): boolean {
  const known = new Map(slots.map((slot) => [slotKey({ ...slot, positionId: slot.position.id }), slot]));
  const naming = detections.filter((detection) => detection.slot !== null);
  return (
    naming.length > 0 &&
    naming.every(({ slot, box }) => {
      const named = slot === null ? undefined : known.get(slotKey(slot));
      if (named === undefined) return false;
      if (planogramToPhoto === null) return true;
      const view = viewSlot(named, planogramToPhoto).box;
      return (
        view === null || coveredShare(view, box) >= leastShared || coveredShare(box, view) >= leastShared
      );
    })
  );
}

export const slotKey = ({
  positionId,
  column,
  row,
}: {
  positionId: string;
  column: number;
  row: number;
}): string => JSON.stringify([positionId, column, row]);

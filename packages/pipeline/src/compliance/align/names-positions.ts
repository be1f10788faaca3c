import type { Homography } from '../../math/homography.ts';
import type { Slot } from '../../planogram/model.ts';
import type { Detection } from '../../realogram.ts';
import { coveredShare } from './boxes.ts';
import { viewSlot } from './slot-view.ts';

/** A box that shares less with its named slot was detected for another plan of the bay. */
const minSharedShare = 0.25;

/**
 * Returns whether detections name slots of this planogram. A realogram made place by place for one version does not apply to
 * the slots of another, though their ids may be equal; it is then treated as a set of detections without slots.
 */
export function namesPositions(
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
        view === null ||
        coveredShare(view, box) >= minSharedShare ||
        coveredShare(box, view) >= minSharedShare
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

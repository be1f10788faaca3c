import { invert } from '../../math/homography.ts';
import type { Planogram } from '../../planogram/model.ts';
import type { Detection, Realogram } from '../../realogram.ts';
import type { Alignment, Cell } from './alignment.ts';
import type { Layout } from './layout.ts';
import { slotKey } from './names-positions.ts';
import { placeDetection } from './placed.ts';
import { shelfBelow } from './shelf-below.ts';
import { viewSlot } from './slot-view.ts';

/**
 * Aligns detections of a tier that works place by place: every detection already names its slot. A slot without a detection
 * was not assessed; with a registration it may be out of view.
 */
export function alignPlaces(
  realogram: Realogram,
  detections: readonly Detection[],
  planogram: Planogram,
  layout: Layout,
): Alignment {
  const { planogramToPhoto } = realogram;
  const { layers, slots } = layout;
  const bySlot = Map.groupBy(detections, ({ slot }) => (slot === null ? '' : slotKey(slot)));
  const cells = slots.map((slot): Cell => {
    const here =
      bySlot.get(slotKey({ positionId: slot.position.id, column: slot.column, row: slot.row })) ?? [];
    const surest = here.toSorted((a, b) => b.confidence - a.confidence)[0] ?? null;
    const view =
      planogramToPhoto === null
        ? { box: null, visible: true, shownShare: 1 }
        : viewSlot(slot, planogramToPhoto);
    return {
      slot,
      box: surest?.box ?? view.box,
      visible: surest !== null || view.visible,
      shownShare: view.shownShare,
      occupant: surest?.kind === 'product' ? surest : null,
      shared: false,
      gap: surest?.kind === 'gap' ? surest : null,
      searched: surest !== null,
      covered: false,
    };
  });
  const inverse = planogramToPhoto === null ? null : invert(planogramToPhoto);
  const unassigned =
    inverse === null
      ? []
      : (bySlot.get('') ?? [])
          .filter(({ kind }) => kind === 'product')
          .map((detection) => {
            const placed = placeDetection(detection, inverse);
            return { detection, placed, shelfNumber: shelfBelow(placed, planogram) };
          });
  return {
    planogramToPhoto,
    layers,
    cells: new Map(cells.map((cell) => [cell.slot, cell])),
    unassigned,
    failure: null,
  };
}

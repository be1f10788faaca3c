import { invert } from '../../geometry/homography.ts';
import type { Detection, Realogram } from '../../inference/realogram.ts';
import type { Planogram } from '../../planogram/model.ts';
import type { Alignment, Cell } from './alignment.ts';
import type { Layout } from './layout.ts';
import { slotKey } from './names-places.ts';
import { place } from './placed.ts';
import { shelfUnder } from './shelf-under.ts';
import { viewSlot } from './slot-view.ts';

/**
 * The alignment of a tier that looked place by place: every detection already names its slot. A place of which it says
 * nothing was not assessed; if the bay's place in the photo is known, it may be out of view.
 */
export function alignPlaces(
  realogram: Realogram,
  detections: readonly Detection[],
  planogram: Planogram,
  layout: Layout,
): Alignment {
  const { planogramToPhoto } = realogram;
  const { layers, slots } = layout;
  const said = Map.groupBy(detections, ({ slot }) => (slot === null ? '' : slotKey(slot)));
  const cells = slots.map((slot): Cell => {
    const here =
      said.get(slotKey({ positionId: slot.position.id, column: slot.column, row: slot.row })) ?? [];
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
      looked: surest !== null,
    };
  });
  const back = planogramToPhoto === null ? null : invert(planogramToPhoto);
  const loose =
    back === null
      ? []
      : (said.get('') ?? [])
          .filter(({ kind }) => kind === 'product')
          .map((detection) => {
            const placed = place(detection, back);
            return { detection, placed, shelfNumber: shelfUnder(placed, planogram) };
          });
  return {
    planogramToPhoto,
    layers,
    cells: new Map(cells.map((cell) => [cell.slot, cell])),
    loose,
    failure: null,
  };
}

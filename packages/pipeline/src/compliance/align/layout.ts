import { median } from '../../math/median.ts';
import { type Planogram, type Slot, slotsOf } from '../../planogram/model.ts';

/**
 * Slots that stand side by side at one height: the products on a board, or those lying on top of them. Detections of one
 * layer have an order from left to right; over a whole shelf with stacked products they do not.
 */
export interface Layer {
  shelfNumber: number;
  /** From left to right. */
  slots: Slot[];
}

/** Baselines nearer than this share of the lower slot's height belong together: drawings are not exact. */
const sameBaseline = 0.2;

/** All layers of a bay, from the bottom shelf up. */
export interface Layout {
  layers: Layer[];
  slots: Slot[];
  /** The size of the usual slot, for distances without a slot nearby. */
  usual: Size;
}

export interface Size {
  widthMm: number;
  heightMm: number;
}

export function layoutOf(planogram: Planogram): Layout {
  const layers = layersOf(planogram);
  const slots = layers.flatMap((layer) => layer.slots);
  return { layers, slots, usual: usualSize(slots) ?? { widthMm: 1, heightMm: 1 } };
}

function layersOf(planogram: Planogram): Layer[] {
  const byShelf = Map.groupBy(planogram.positions.flatMap(slotsOf), (slot) => slot.position.shelfNumber);
  return [...byShelf].flatMap(([shelfNumber, slots]) => {
    const layers: Slot[][] = [];
    for (const slot of slots.toSorted((a, b) => bottomOf(b) - bottomOf(a))) {
      const layer = layers.at(-1);
      const first = layer?.[0];
      const joins = first !== undefined && bottomOf(first) - bottomOf(slot) < sameBaseline * first.heightMm;
      if (layer !== undefined && joins) layer.push(slot);
      else layers.push([slot]);
    }
    return layers.map((layer) => ({
      shelfNumber,
      slots: layer.toSorted((a, b) => centreOf(a) - centreOf(b) || a.position.sequence - b.position.sequence),
    }));
  });
}

export const bottomOf = (slot: Slot): number => slot.yMm + slot.heightMm;
export const centreOf = (slot: Slot): number => slot.xMm + slot.widthMm / 2;

/** Returns the median size; null without slots. */
export function usualSize(slots: readonly Slot[]): Size | null {
  const widthMm = median(slots.map((slot) => slot.widthMm));
  const heightMm = median(slots.map((slot) => slot.heightMm));
  return widthMm === null || heightMm === null ? null : { widthMm, heightMm };
}

import type { Slot } from '../../planogram/model.ts';
import { alignSequence } from './align-sequence.ts';
import { bottomOf, centreOf, type Layer, type Layout, type Size } from './layout.ts';
import type { Placed } from './placed.ts';

export interface Assignment {
  /** Whatever stands in a slot's place. */
  pairs: { slot: Slot; placed: Placed; displacement: number }[];
  /** Whatever stands in no slot's place. */
  loose: Placed[];
}

/** Costs of the walk along a layer. A pair is worth while as long as it costs less than passing over both. */
const costs = { pass: 0.6, otherProduct: 0.5, noLabel: 0.3, displacement: 0.4 };

/** A narrow product may stray as far as this share of the usual one: people place boxes, not millimetres. */
const narrowest = 0.7;

/** Of the slot's height: how far a foot may be from the line it should stand on. */
const heightTolerance = 0.5;
const flattest = 0.6;

/**
 * Gives detections to slots: each to the layer whose line it stands on, then along each layer in order, by identity and
 * displacement. `tolerance` is the largest horizontal displacement, in facings.
 */
export function assignSlots(
  placed: readonly Placed[],
  { layers, usual }: Layout,
  tolerance: number,
): Assignment {
  const standing = new Map<Layer, Placed[]>();
  const result: Assignment = { pairs: [], loose: [] };
  for (const one of placed) {
    const layer = layerOf(one, layers, usual);
    if (layer === null) result.loose.push(one);
    else standing.set(layer, [...(standing.get(layer) ?? []), one]);
  }
  for (const [layer, crowd] of standing) {
    const row = crowd.toSorted((a, b) => a.leftMm + a.rightMm - (b.leftMm + b.rightMm));
    const shift = (one: Placed, slot: Slot) =>
      shiftOf(one, slot) / (tolerance * Math.max(slot.widthMm, narrowest * usual.widthMm));
    const pairs = alignSequence(
      layer.slots.length,
      row.length,
      (s, r) => {
        const slot = layer.slots[s];
        const one = row[r];
        if (slot === undefined || one === undefined) return Number.POSITIVE_INFINITY;
        const displacement = Math.abs(shift(one, slot));
        if (displacement > 1) return Number.POSITIVE_INFINITY;
        return costs.displacement * displacement ** 2 + identityCost(one, slot);
      },
      costs.pass,
    );
    const taken = new Set<Placed>();
    for (const [s, r] of pairs) {
      const slot = layer.slots[s];
      const one = row[r];
      if (slot === undefined || one === undefined) continue;
      taken.add(one);
      result.pairs.push({ slot, placed: one, displacement: Math.abs(shift(one, slot)) });
    }
    result.loose.push(...row.filter((one) => !taken.has(one)));
  }
  return result;
}

/** Signed, in millimetres: between centres, or between the sides that the photo's edge left whole. */
export function shiftOf(one: Placed, slot: Slot): number {
  if (one.cut.left && !one.cut.right) return one.rightMm - (slot.xMm + slot.widthMm);
  if (one.cut.right && !one.cut.left) return one.leftMm - slot.xMm;
  return (one.leftMm + one.rightMm) / 2 - centreOf(slot);
}

/** Signed, in millimetres: between the feet, or between the heads when the photo's edge cut the foot off. */
export const riseOf = (one: Placed, slot: Slot): number =>
  one.cut.bottom && !one.cut.top ? one.topMm - slot.yMm : one.bottomMm - bottomOf(slot);

function identityCost({ detection }: Placed, slot: Slot): number {
  if (detection.productId === null) return costs.noLabel;
  return detection.productId === slot.position.productId ? 0 : costs.otherProduct;
}

function layerOf(one: Placed, layers: readonly Layer[], usual: Size): Layer | null {
  let best: Layer | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const layer of layers) {
    const slot = nearestSlot(layer, (one.leftMm + one.rightMm) / 2);
    if (slot === undefined) continue;
    const rise = Math.abs(riseOf(one, slot));
    if (rise > heightTolerance * Math.max(slot.heightMm, flattest * usual.heightMm)) continue;
    // Side-by-side boards share a height: beyond the slots' ends, the nearer board is meant.
    const beyond = Math.max(0, slot.xMm - one.rightMm, one.leftMm - (slot.xMm + slot.widthMm));
    const distance = rise / usual.heightMm + beyond / usual.widthMm;
    if (distance < least) {
      least = distance;
      best = layer;
    }
  }
  return best;
}

function nearestSlot({ slots }: Layer, x: number): Slot | undefined {
  let low = 0;
  let high = slots.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    const here = slots[middle];
    const next = slots[middle + 1];
    if (here !== undefined && next !== undefined && centreOf(here) + centreOf(next) < 2 * x) low = middle + 1;
    else high = middle;
  }
  return slots[low];
}

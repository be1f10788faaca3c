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
    if (layer === null) {
      result.loose.push(one);
      continue;
    }
    const crowd = standing.get(layer);
    if (crowd === undefined) standing.set(layer, [one]);
    else crowd.push(one);
  }
  for (const [layer, crowd] of standing) {
    const row = crowd.toSorted((a, b) => a.leftMm + a.rightMm - (b.leftMm + b.rightMm));
    walk(layer.slots, row, tolerance, narrowest * usual.widthMm, result);
  }
  return result;
}

/** Walks along one layer, and adds what it finds to `result`. */
function walk(
  slots: readonly Slot[],
  row: readonly Placed[],
  tolerance: number,
  narrowestMm: number,
  result: Assignment,
): void {
  const reaches = Float64Array.from(slots, (slot) => tolerance * Math.max(slot.widthMm, narrowestMm));
  const displacements = new Float64Array(slots.length * row.length);
  const pairs = alignSequence(
    slots.length,
    row.length,
    (s, r) => {
      const slot = slots[s];
      const one = row[r];
      if (slot === undefined || one === undefined) return Number.POSITIVE_INFINITY;
      const displacement = Math.abs(shiftOf(one, slot)) / (reaches[s] ?? 1);
      if (displacement > 1) return Number.POSITIVE_INFINITY;
      displacements[s * row.length + r] = displacement;
      return costs.displacement * displacement * displacement + identityCost(one, slot);
    },
    costs.pass,
  );
  let next = 0;
  for (const [s, r] of pairs) {
    const slot = slots[s];
    const one = row[r];
    if (slot === undefined || one === undefined) continue;
    while (next < r) result.loose.push(row[next++] ?? one);
    next = r + 1;
    result.pairs.push({ slot, placed: one, displacement: displacements[s * row.length + r] ?? 0 });
  }
  for (const one of row.slice(next)) result.loose.push(one);
}

/** Signed, in millimetres: between centres, or between the sides that the photo's edge left whole. */
export function shiftOf(one: Placed, slot: Slot): number {
  if (one.cut.left && !one.cut.right) return one.rightMm - (slot.xMm + slot.widthMm);
  if (one.cut.right && !one.cut.left) return one.leftMm - slot.xMm;
  return (one.leftMm + one.rightMm) / 2 - centreOf(slot);
}

/**
 * In millimetres: between the feet. Where the photo's edge cut the foot off, the heads tell; but a foot may also stand just
 * at the edge, under something of another height than planned.
 */
function riseOf(one: Placed, slot: Slot): number {
  const feet = Math.abs(one.bottomMm - bottomOf(slot));
  return one.cut.bottom && !one.cut.top ? Math.min(feet, Math.abs(one.topMm - slot.yMm)) : feet;
}

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
    const rise = riseOf(one, slot);
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

import type { Slot } from '../../planogram/model.ts';
import { alignSequence } from './align-sequence.ts';
import { bottomOf, centreOf, type Layer, type Layout, type Size } from './layout.ts';
import type { Placed } from './placed.ts';

export interface Assignment {
  /** Detections with their slots. */
  pairs: { slot: Slot; placed: Placed; displacement: number }[];
  /** Detections without a slot. */
  unassigned: Placed[];
}

/** Costs of the alignment along a layer. A pair is made when it costs less than skipping both items. */
const costs = { pass: 0.6, otherProduct: 0.5, noLabel: 0.3, displacement: 0.4 };

/**
 * Maximum displacement of a narrow product, as a share of the usual width: staff do not place packs to the millimetre.
 */
const minWidthShare = 0.7;

/** Maximum distance of a foot from its base line, as a share of the slot's height. */
const heightTolerance = 0.5;
const minHeightShare = 0.6;

/**
 * Assigns detections to slots: each to the layer whose base line it stands on, then along each layer in order, by identity and
 * displacement. `tolerance` is the largest horizontal displacement, in facings.
 */
export function assignSlots(
  placed: readonly Placed[],
  { layers, usual }: Layout,
  tolerance: number,
): Assignment {
  const byLayer = new Map<Layer, Placed[]>();
  const result: Assignment = { pairs: [], unassigned: [] };
  for (const one of placed) {
    const layer = layerOf(one, layers, usual);
    if (layer === null) {
      result.unassigned.push(one);
      continue;
    }
    const members = byLayer.get(layer);
    if (members === undefined) byLayer.set(layer, [one]);
    else members.push(one);
  }
  for (const [layer, members] of byLayer) {
    const row = members.toSorted((a, b) => a.leftMm + a.rightMm - (b.leftMm + b.rightMm));
    walk(layer.slots, row, tolerance, minWidthShare * usual.widthMm, result);
  }
  return result;
}

/** Aligns one layer, and adds the pairs to `result`. */
function walk(
  slots: readonly Slot[],
  row: readonly Placed[],
  tolerance: number,
  minWidthMm: number,
  result: Assignment,
): void {
  const reaches = Float64Array.from(slots, (slot) => tolerance * Math.max(slot.widthMm, minWidthMm));
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
    while (next < r) result.unassigned.push(row[next++] ?? one);
    next = r + 1;
    result.pairs.push({ slot, placed: one, displacement: displacements[s * row.length + r] ?? 0 });
  }
  for (const one of row.slice(next)) result.unassigned.push(one);
}

/** Signed, in millimetres: between centres, or between the sides that the photo's edge left whole. */
export function shiftOf(one: Placed, slot: Slot): number {
  if (one.cut.left && !one.cut.right) return one.rightMm - (slot.xMm + slot.widthMm);
  if (one.cut.right && !one.cut.left) return one.leftMm - slot.xMm;
  return (one.leftMm + one.rightMm) / 2 - centreOf(slot);
}

/**
 * In millimetres, between the feet. When the photo's edge cut the foot off, the heads count; but the foot may also be
 * just at the edge, when the product has another height than planned.
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
  let minDistance = Number.POSITIVE_INFINITY;
  for (const layer of layers) {
    const slot = nearestSlot(layer, (one.leftMm + one.rightMm) / 2);
    if (slot === undefined) continue;
    const rise = riseOf(one, slot);
    if (rise > heightTolerance * Math.max(slot.heightMm, minHeightShare * usual.heightMm)) continue;
    // Side-by-side boards share a height: beyond the ends of the slots, the nearer board counts.
    const beyond = Math.max(0, slot.xMm - one.rightMm, one.leftMm - (slot.xMm + slot.widthMm));
    const distance = rise / usual.heightMm + beyond / usual.widthMm;
    if (distance < minDistance) {
      minDistance = distance;
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

import { upperMedian } from '../../../../math/median.ts';
import type { Place } from '../templates/product-template.ts';
import type { PackOffset } from './refine-registration.ts';

/** Returns the offset, in millimetres, of packs around a place from the plane fitted to the whole bay. */
export type ShelfOffset = (place: Place) => { dxMm: number; dyMm: number };

/** Packs located with a lower likeness are no evidence of an offset. */
const minTrustedLikeness = 0.35;
/** Weight of the shelf's median, in located packs: few neighbours must not bend a shelf. */
const pull = 1.5;

/**
 * Estimates the offset of each shelf: a board sits higher than planned, or a row is pushed to one side. The offset is smooth
 * along a shelf. Each place gets the mean of its neighbours' offsets, without those far off the shelf's median.
 */
export function shelfOffset(packOffsets: readonly PackOffset[]): ShelfOffset {
  const shelves = new Map<number, PackOffset[]>();
  for (const s of packOffsets) {
    if (s.likeness < minTrustedLikeness) continue;
    const shelf = s.place.slot.position.shelfNumber;
    shelves.set(shelf, [...(shelves.get(shelf) ?? []), s]);
  }
  return (place) => {
    const near = shelves.get(place.slot.position.shelfNumber) ?? [];
    if (near.length < 2) return { dxMm: 0, dyMm: 0 };
    const { slot } = place;
    const medianX = upperMedian(near.map((s) => s.dxMm));
    const medianY = upperMedian(near.map((s) => s.dyMm));
    let weight = pull;
    let dx = pull * medianX;
    let dy = pull * medianY;
    for (const s of near) {
      const other = s.place.slot;
      if (Math.abs(s.dxMm - medianX) > 0.22 * other.widthMm) continue;
      if (Math.abs(s.dyMm - medianY) > 0.15 * other.heightMm) continue;
      const distance = (other.xMm + other.widthMm / 2 - slot.xMm - slot.widthMm / 2) / (2.5 * slot.widthMm);
      const w = s.likeness * Math.exp(-0.5 * distance * distance);
      weight += w;
      dx += w * s.dxMm;
      dy += w * s.dyMm;
    }
    return { dxMm: dx / weight, dyMm: dy / weight };
  };
}

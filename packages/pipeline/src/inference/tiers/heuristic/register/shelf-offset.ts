import type { Place } from './figure.ts';
import type { PlacedSighting } from './refine-registration.ts';

/** How far, in millimetres, packs around a place stand from where one plane for the whole bay would have them. */
export type ShelfDrift = (place: Place) => { dxMm: number; dyMm: number };

/** Sightings below this likeness say nothing about where packs stand. */
const trusted = 0.35;
/** The pull of the shelf's median, in sightings: few neighbours must not bend a shelf. */
const pull = 1.5;

/**
 * Shelves drift on their own: a board sits higher than planned, a row is pushed to one side. The drift is smooth
 * along a shelf, so each place takes the mean of its neighbours' sightings, those far off the shelf's median left out.
 */
export function shelfDrift(sightings: readonly PlacedSighting[]): ShelfDrift {
  const shelves = new Map<number, PlacedSighting[]>();
  for (const s of sightings) {
    if (s.likeness < trusted) continue;
    const shelf = s.place.slot.position.shelfNumber;
    shelves.set(shelf, [...(shelves.get(shelf) ?? []), s]);
  }
  return (place) => {
    const near = shelves.get(place.slot.position.shelfNumber) ?? [];
    if (near.length < 2) return { dxMm: 0, dyMm: 0 };
    const { slot } = place;
    const medianX = median(near.map((s) => s.dxMm));
    const medianY = median(near.map((s) => s.dyMm));
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

function median(values: number[]): number {
  const sorted = values.sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

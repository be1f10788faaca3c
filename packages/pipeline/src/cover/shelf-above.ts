import type { Planogram, Shelf, Slot } from '../planogram/model.ts';

/** A slot that reaches this share of its height above the board over it is drawn too tall; the board is over it. */
const maxOverlap = 0.3;

/** Returns the nearest shelf over a slot; undefined: there is none. */
export const shelfAbove = ({ shelves }: Planogram, slot: Slot): Shelf | undefined =>
  shelves
    .filter((shelf) => shelf.yMm + shelf.heightMm <= slot.yMm + maxOverlap * slot.heightMm)
    .toSorted((a, b) => b.yMm - a.yMm)[0];

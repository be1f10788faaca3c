import type { Homography } from '../math/homography.ts';
import { type Planogram, type Position, type Slot, slotsOf } from '../planogram/model.ts';
import type { Box, Detection, Realogram } from '../realogram.ts';
import { applyRegistration } from './align/registration.ts';

/** Draws a bay from a seed: boards with blocks of one to four facings, some stacked two high, with small gaps. */
export function randomBay(seed: number, wanted: { shelves: number; products: number }): Planogram {
  const random = randomFrom(seed);
  const between = (low: number, high: number) => low + (high - low) * random();
  const widthMm = between(800, 2_000);
  const spacingMm = between(260, 420);
  const heightMm = spacingMm * (wanted.shelves + 0.3);
  const products = Array.from({ length: wanted.products }, (_, i) => ({
    id: `p${i}`,
    sku: `p${i}`,
    gtin: null,
    name: `Product ${i}`,
    brand: null,
    category: null,
    widthMm: between(60, 180),
    heightMm: between(110, 0.8 * spacingMm),
    depthMm: null,
  }));
  const shelves = Array.from({ length: wanted.shelves }, (_, i) => ({
    id: `s${i + 1}`,
    number: i + 1,
    xMm: 0,
    yMm: heightMm - 0.15 * spacingMm - i * spacingMm,
    widthMm,
    heightMm: 30,
  }));
  const positions = shelves.flatMap((shelf): Position[] => {
    const row: Position[] = [];
    let xMm = between(0, 40);
    while (true) {
      const product = products[Math.floor(random() * products.length)];
      if (product === undefined) return row;
      const vertical = product.heightMm < 0.42 * spacingMm && random() < 0.4 ? 2 : 1;
      const room = Math.floor((widthMm - xMm) / product.widthMm);
      const horizontal = Math.min(room, 1 + Math.floor(random() * 4));
      if (horizontal < 1) return row;
      row.push({
        id: `${shelf.id}-${row.length + 1}`,
        productId: product.id,
        shelfNumber: shelf.number,
        sequence: row.length + 1,
        xMm,
        yMm: shelf.yMm - vertical * product.heightMm,
        widthMm: horizontal * product.widthMm,
        heightMm: vertical * product.heightMm,
        facings: { horizontal, vertical, depth: 1 },
        orientation: 'front',
      });
      xMm += horizontal * product.widthMm + between(0, 30);
    }
  });
  return { widthMm, heightMm, shelves, positions, products };
}

/**
 * Returns the realogram of a cloud model that detects every planned facing, and nothing else, through the given camera.
 */
export function perfectRealogram(planogram: Planogram, camera: Homography): Realogram {
  const detections = planogram.positions.flatMap(slotsOf).map((slot) => facingAt(slot, camera));
  return { detections, planogramToPhoto: null, truncated: false };
}

export function facingAt(slot: Slot, camera: Homography): Detection {
  const { productId } = slot.position;
  const box = boxAt(slot, camera);
  return { kind: 'product', box, productId, confidence: 0.9, candidates: [], slot: null, identified: true };
}

export function boxAt(slot: Slot, camera: Homography): Box {
  const from = applyRegistration(camera, slot.xMm, slot.yMm);
  const to = applyRegistration(camera, slot.xMm + slot.widthMm, slot.yMm + slot.heightMm);
  return [from.x, from.y, to.x - from.x, to.y - from.y];
}

/** Returns a generator of random numbers (mulberry32): small, and the same on every machine. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

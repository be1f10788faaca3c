import { drawFrame } from '../../../../images/drawn-frames.testing.ts';
import type { Frame } from '../../../../images/frame.ts';
import type { Planogram, Product } from '../../../../planogram/model.ts';

/** A block of one colour on a black photo. */
export interface Block {
  x: number;
  y: number;
  width: number;
  height: number;
  colour: readonly [number, number, number];
}

export const red = [255, 0, 0] as const;
export const green = [0, 255, 0] as const;
export const blue = [0, 0, 255] as const;

export const blocksOn = (width: number, height: number, blocks: readonly Block[]): Frame =>
  drawFrame(width, height, (x, y) => {
    const block = blocks.find(
      (one) => x >= one.x && x < one.x + one.width && y >= one.y && y < one.y + one.height,
    );
    return block?.colour ?? [0, 0, 0];
  });

export const product = (id: string, sku: string, name: string): Product => ({
  id,
  sku,
  gtin: null,
  name,
  brand: null,
  category: null,
  widthMm: 100,
  heightMm: 100,
  depthMm: null,
});

/** Products without places: detectors use names alone. */
export const planogramOf = (products: Product[]): Planogram => ({
  widthMm: 1000,
  heightMm: 1000,
  shelves: [],
  positions: [],
  products,
});

export const colourPlanogram = planogramOf([
  product('p-red', 'red', 'Tomato soup'),
  product('p-green', '4711', 'Green'),
]);

/** As Ultralytics writes them. */
export const colourNotes = { names: "{0: 'red', 1: 'green', 2: 'blue'}", task: 'detect' };

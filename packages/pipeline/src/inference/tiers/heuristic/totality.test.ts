import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Frame } from '../../../images/frame.ts';
import type { Planogram, Position } from '../../../planogram/model.ts';
import { blank, packFront } from './drawn-bay.testing.ts';
import { createHeuristicTier } from './heuristic-tier.ts';

const tier = createHeuristicTier();

const noise = (width: number, height: number, seed: number): Frame => {
  const frame = blank(width, height, [0]);
  let state = seed;
  for (let i = 0; i < frame.data.length; i++) {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    frame.data[i] = state >> 16;
  }
  return frame;
};

/** `count` positions in rows of `perRow`, of `kinds` products; sizes as given, zero too. */
function planOf(count: number, perRow: number, kinds: number, widthMm: number, heightMm: number): Planogram {
  const rows = Math.max(1, Math.ceil(count / perRow));
  const pitch = widthMm / perRow;
  const step = heightMm / rows;
  const positions = Array.from({ length: count }, (_, i): Position => {
    const shelf = rows - Math.floor(i / perRow);
    return {
      id: `${i}`,
      productId: `p${i % kinds}`,
      shelfNumber: shelf,
      sequence: (i % perRow) + 1,
      xMm: (i % perRow) * pitch,
      yMm: (rows - shelf) * step,
      widthMm: pitch,
      heightMm: 0.8 * step,
      facings: { horizontal: 1 + (i % 2), vertical: 1, depth: 1 },
      orientation: 'front',
    };
  });
  return {
    widthMm,
    heightMm,
    shelves: Array.from({ length: rows }, (_, i) => ({
      id: `s${i + 1}`,
      number: i + 1,
      xMm: 0,
      yMm: (rows - i - 0.2) * step,
      widthMm,
      heightMm: 0.15 * step,
    })),
    positions,
    products: Array.from({ length: kinds }, (_, i) => ({
      id: `p${i}`,
      sku: `p${i}`,
      gtin: null,
      name: `Product ${i}`,
      brand: null,
      category: null,
      widthMm: pitch,
      heightMm: 0.8 * step,
      depthMm: null,
    })),
  };
}

const planograms: Record<string, Planogram> = {
  'one product': planOf(1, 1, 1, 300, 300),
  'no positions': planOf(0, 4, 1, 900, 900),
  'a few products': planOf(12, 4, 5, 900, 1200),
  '300 positions': planOf(300, 25, 12, 3000, 2000),
  'no size': planOf(8, 4, 3, 0, 0),
  'no height': planOf(8, 4, 3, 800, 0),
};
const frames: Record<string, Frame> = {
  '1 x 1': blank(1, 1, [7]),
  '1 x 700': noise(1, 700, 3),
  '700 x 1': noise(700, 1, 4),
  '1600 x 33': noise(1600, 33, 5),
  '33 x 900': noise(33, 900, 6),
  black: blank(240, 180, [0]),
  white: blank(240, 180, [255]),
  noise: noise(320, 240, 9),
};

function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(numbersIn);
}

test('any frame and any planogram give a realogram of finite numbers, and the same twice', async () => {
  const some = fc.record({
    frame: fc.constantFrom(...Object.keys(frames)),
    plan: fc.constantFrom(...Object.keys(planograms)),
    referenced: fc.constantFrom('none', 'one', 'all'),
  });
  await fc.assert(
    fc.asyncProperty(some, async ({ frame, plan, referenced }) => {
      const planogram = planograms[plan];
      const photo = frames[frame];
      if (planogram === undefined || photo === undefined) throw new Error('unknown case');
      const kept = referenced === 'none' ? 0 : referenced === 'one' ? 1 : planogram.products.length;
      const references = new Map(
        planogram.products.slice(0, kept).map((p, i) => [p.id, [packFront(i, 40, 60)]]),
      );
      const detect = () => tier.detect({ frame: photo, planogram, references }, new AbortController().signal);
      const realogram = await detect();
      expect(numbersIn(realogram).every(Number.isFinite)).toBe(true);
      expect(await detect()).toEqual(realogram);
    }),
    { numRuns: 40, seed: 5 },
  );
}, 120_000);

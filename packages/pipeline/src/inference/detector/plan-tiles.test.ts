import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planTiles } from './plan-tiles.ts';

const input = { width: 640, height: 640 };

test("a frame up to one and a half times the model's input is one tile", () => {
  expect(planTiles({ width: 960, height: 720 }, input, true)).toHaveLength(1);
  expect(planTiles({ width: 1600, height: 1200 }, input, false)).toHaveLength(1);
});

test("tiles have the model's own size, cover every pixel and share a quarter with their neighbours", () => {
  const length = fc.integer({ min: 100, max: 4000 });
  fc.assert(
    fc.property(length, length, (width, height) => {
      const tiles = planTiles({ width, height }, input, true);
      if (tiles.length === 1) return;
      for (const [start, size, whole, side] of [
        ['x', 'width', width, 640],
        ['y', 'height', height, 640],
      ] as const) {
        const starts = [...new Set(tiles.map((tile) => tile[start]))].sort((a, b) => a - b);
        const span = Math.min(side, whole);
        expect(tiles.every((tile) => tile[size] === span)).toBe(true);
        expect([starts[0], (starts.at(-1) ?? 0) + span]).toEqual([0, whole]);
        for (const [i, at] of starts.slice(1).entries())
          expect((starts[i] ?? 0) + span - at).toBeGreaterThanOrEqual(0.25 * side - 1);
      }
      expect(new Set(tiles.map(({ x, y }) => `${x},${y}`)).size).toBe(tiles.length);
    }),
    { numRuns: 200 },
  );
});

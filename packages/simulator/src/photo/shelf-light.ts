import type { Shade } from './draw-quad.ts';

/** Steps from top to bottom of a quad: enough for a soft ramp over a 300 mm pack. */
const steps = 48;

/**
 * Returns the light on an upright pack under the shade of the board above. `fromBoardMm` is the distance from that board
 * down to the top of the pack, `heightMm` the height of the pack, and `light` the light without a board.
 */
export function underBoard(light: number, fromBoardMm: number, heightMm: number, reachMm = 95): Shade {
  const shade = new Float32Array(steps);
  for (let i = 0; i < steps; i++) {
    const mm = fromBoardMm + (heightMm * i) / (steps - 1);
    const open = Math.min(1, Math.max(0, mm) / reachMm);
    // The foot of a pack stands in its own shadow.
    const foot = 1 - 0.22 * Math.max(0, 1 - (steps - 1 - i) / 2.5);
    shade[i] = light * (0.5 + 0.5 * open * (2 - open)) * foot;
  }
  return shade;
}

import { type Homography, project } from '../../../../math/homography.ts';
import type { View } from './view.ts';
import { wholeView } from './view.ts';

export interface BoxMm {
  xMm: number;
  yMm: number;
  widthMm: number;
  heightMm: number;
}

/** A slot counts as visible from this share inside the photo on; a lower share is "not visible", never "missing". */
export const minVisibleShare = 0.6;
/** Views are rounded to this, so that slots cut alike share their templates. */
const grain = 0.05;

/** Returns the part of the box (upright, bay millimetres) inside the photo, or null when that is less than `minVisibleShare`. */
export function viewOf(
  bayToFrame: Homography,
  frame: { width: number; height: number },
  box: BoxMm,
): View | null {
  const inside = (u: number, v: number): boolean => {
    const [x, y] = project(bayToFrame, box.xMm + u * box.widthMm, box.yMm + v * box.heightMm);
    return x >= 0 && y >= 0 && x <= frame.width && y <= frame.height;
  };
  const steps = 10;
  const columns = new Array<number>(steps).fill(0);
  const rows = new Array<number>(steps).fill(0);
  let seen = 0;
  for (let j = 0; j < steps; j++)
    for (let i = 0; i < steps; i++) {
      if (!inside((i + 0.5) / steps, (j + 0.5) / steps)) continue;
      seen++;
      columns[i] = (columns[i] ?? 0) + 1;
      rows[j] = (rows[j] ?? 0) + 1;
    }
  if (seen < minVisibleShare * steps * steps) return null;
  if (seen === steps * steps) return wholeView;
  const minCount = steps * 0.5;
  const edge = (counts: number[]): [number, number] => {
    const first = counts.findIndex((c) => c >= minCount);
    const last = counts.findLastIndex((c) => c >= minCount);
    return [round(Math.max(0, first) / steps), round((last + 1) / steps)];
  };
  const [left, right] = edge(columns);
  const [top, bottom] = edge(rows);
  return { left, top, right, bottom };
}

const round = (share: number): number => Math.round(share / grain) * grain;

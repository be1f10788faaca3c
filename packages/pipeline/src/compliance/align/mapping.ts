import { type Homography, project } from '../../geometry/homography.ts';

export interface Point {
  x: number;
  y: number;
}

/** Where a mapping from planogram millimetres to the photo's 0..1 (or back) takes a point. */
export function apply(mapping: Homography, x: number, y: number): Point {
  const [toX, toY] = project(mapping, x, y);
  return { x: toX, y: toY };
}

/** Scale and shift alone. */
export const stretch = (scaleX: number, scaleY: number, shiftX: number, shiftY: number): number[] => [
  scaleX,
  0,
  shiftX,
  0,
  scaleY,
  shiftY,
  0,
  0,
  1,
];

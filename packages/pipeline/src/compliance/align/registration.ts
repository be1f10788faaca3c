import { type Homography, project } from '../../math/homography.ts';

export interface Point {
  x: number;
  y: number;
}

/** Maps a point by a registration from planogram millimetres to the photo's 0..1, or by its inverse. */
export function applyRegistration(registration: Homography, x: number, y: number): Point {
  const [toX, toY] = project(registration, x, y);
  return { x: toX, y: toY };
}

/** Returns a registration of scale and shift alone. */
export const scaleAndShift = (scaleX: number, scaleY: number, shiftX: number, shiftY: number): number[] => [
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

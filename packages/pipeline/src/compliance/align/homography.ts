/** Row-major 3x3: takes planogram millimetres to the photo's 0..1, or back. */
export type Homography = readonly number[];

export interface Point {
  x: number;
  y: number;
}

export function apply(h: Homography, x: number, y: number): Point {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, i = 0, j = 1] = h;
  const w = g * x + i * y + j;
  return { x: (a * x + b * y + c) / w, y: (d * x + e * y + f) / w };
}

export function multiply(m: Homography, n: Homography): number[] {
  return Array.from({ length: 9 }, (_, k) => {
    const row = Math.floor(k / 3) * 3;
    const column = k % 3;
    return [0, 1, 2].reduce((sum, i) => sum + (m[row + i] ?? 0) * (n[i * 3 + column] ?? 0), 0);
  });
}

/** Null when the mapping folds the plane onto a line. */
export function invert(m: Homography): number[] | null {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 0] = m;
  const cofactors = [
    e * i - f * h,
    c * h - b * i,
    b * f - c * e,
    f * g - d * i,
    a * i - c * g,
    c * d - a * f,
    d * h - e * g,
    b * g - a * h,
    a * e - b * d,
  ];
  const determinant = a * (cofactors[0] ?? 0) + b * (cofactors[3] ?? 0) + c * (cofactors[6] ?? 0);
  if (!Number.isFinite(determinant) || determinant === 0) return null;
  return cofactors.map((value) => value / determinant);
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

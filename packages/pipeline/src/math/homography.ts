/** A plane seen in perspective: row-major 3x3, maps points as column vectors. */
export type Homography = readonly number[];

const cell = (m: Homography, i: number): number => m[i] ?? 0;

/** Projects (x, y). Points on the horizon give huge but finite numbers. */
export function project(h: Homography, x: number, y: number): [x: number, y: number] {
  const w = cell(h, 6) * x + cell(h, 7) * y + cell(h, 8);
  const safe = Math.abs(w) < 1e-12 ? 1e-12 : w;
  return [
    (cell(h, 0) * x + cell(h, 1) * y + cell(h, 2)) / safe,
    (cell(h, 3) * x + cell(h, 4) * y + cell(h, 5)) / safe,
  ];
}

/** Returns the product "a after b". */
export function compose(a: Homography, b: Homography): number[] {
  const out: number[] = [];
  for (let r = 0; r < 3; r++)
    for (let c = 0; c < 3; c++)
      out.push(
        cell(a, r * 3) * cell(b, c) +
          cell(a, r * 3 + 1) * cell(b, 3 + c) +
          cell(a, r * 3 + 2) * cell(b, 6 + c),
      );
  return out;
}

/** Inverts a homography. Returns null when it maps the plane onto a line. */
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
  const determinant = a * cell(cofactors, 0) + b * cell(cofactors, 3) + c * cell(cofactors, 6);
  if (!Number.isFinite(determinant) || determinant === 0) return null;
  return cofactors.map((value) => value / determinant);
}

export const scaling = (sx: number, sy: number): Homography => [sx, 0, 0, 0, sy, 0, 0, 0, 1];

/**
 * Returns how many times longer lengths become around a point: the root of the area of a projected unit square, since the image
 * may be turned or seen at an angle.
 */
export function scaleAt(h: Homography, x: number, y: number): number {
  const [x0, y0] = project(h, x, y);
  const [x1, y1] = project(h, x + 1, y);
  const [x2, y2] = project(h, x, y + 1);
  return Math.sqrt(Math.abs((x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)));
}

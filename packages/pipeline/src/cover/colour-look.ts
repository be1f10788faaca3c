import type { Area } from './area.ts';
import type { BayImage } from './bay-image.ts';

/** The colours of a kind of surface, learned from places of the same photo. */
export interface ColourLook {
  /** Share (0..1) of the area's pixels in such a colour; null when nothing of it is in view or nothing was learned. */
  shareOf(area: Area): number | null;
}

/** Size of a colour cell in stretched Lab units, and how many pixels of an area show its colour. */
const cellSize = [6, 5, 5] as const;
const cellsAlong = [20, 64, 64] as const;
const minPixels = 2;
const minWeight = 0.99;
/** Fewer pixels do not show how a surface looks. */
const minLearned = 200;

/** An area that shows the surface. */
export interface Sample {
  area: Area;
  /** How well the area alone shows it: a colour counts when the areas that show the colour weigh at least 1 together. */
  weight: number;
}

/** Learns how a surface looks. */
export function colourLookOf(bay: BayImage, samples: readonly Sample[]): ColourLook {
  const weights = new Float32Array(cellsAlong[0] * cellsAlong[1] * cellsAlong[2]);
  let learned = 0;
  for (const { area, weight } of samples) {
    const pixels = new Map<number, number>();
    eachPixel(bay, area, (cell) => {
      pixels.set(cell, (pixels.get(cell) ?? 0) + 1);
      learned++;
    });
    for (const [cell, count] of pixels) if (count >= minPixels) weights[cell] = (weights[cell] ?? 0) + weight;
  }
  const known = new Uint8Array(weights.length);
  const [, nv, nu] = cellsAlong;
  for (let cell = 0; cell < known.length; cell++) {
    if ((weights[cell] ?? 0) < minWeight) continue;
    // A neighbouring colour is the same surface in other light.
    for (const step of [0, 1, -1, nu, -nu, nu * nv, -nu * nv]) if (cell + step >= 0) known[cell + step] = 1;
  }
  return {
    shareOf(area) {
      let [inside, alike] = [0, 0];
      eachPixel(bay, area, (cell) => {
        inside++;
        alike += known[cell] ?? 0;
      });
      return learned < minLearned || inside === 0 ? null : alike / inside;
    },
  };
}

function eachPixel(
  { image, pxPerMm, marginMm, inView }: BayImage,
  area: Area,
  visit: (cell: number) => void,
): void {
  const left = Math.max(0, Math.round(area.xMm * pxPerMm));
  const right = Math.min(image.width, Math.round((area.xMm + area.widthMm) * pxPerMm));
  const top = Math.max(0, Math.round((area.yMm + marginMm) * pxPerMm));
  const bottom = Math.min(image.height, Math.round((area.yMm + area.heightMm + marginMm) * pxPerMm));
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++) {
      const at = y * image.width + x;
      if (inView[at] === 0) continue;
      const i = at * 3;
      visit(cellOf(image.data[i] ?? 0, image.data[i + 1] ?? 0, image.data[i + 2] ?? 0));
    }
}

function cellOf(l: number, a: number, b: number): number {
  const [nl, na, nb] = cellsAlong;
  const at = (value: number, size: number, count: number, zero: number) =>
    Math.max(0, Math.min(count - 1, Math.floor(value / size) + zero));
  return (
    (at(l, cellSize[0], nl, 0) * na + at(a, cellSize[1], na, na / 2)) * nb + at(b, cellSize[2], nb, nb / 2)
  );
}

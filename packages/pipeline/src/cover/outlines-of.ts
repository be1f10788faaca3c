import { type Homography, project } from '../math/homography.ts';
import type { CoveredRegion } from '../realogram.ts';

/** A grid of blocks over the bay's face; 1 marks a covered block. */
export interface CoverMask {
  mask: Uint8Array;
  width: number;
  height: number;
  blockMm: number;
}

/** Returns the marked blocks' outlines in the photo, one region for each connected part. */
export function outlinesOf(cover: CoverMask, planogramToPhoto: Homography): CoveredRegion[] {
  const labels = labelParts(cover);
  const count = labels.reduce((most, label) => Math.max(most, label), 0);
  return Array.from({ length: count }, (_, i) => ({
    outlines: ringsOf(cover, labels, i + 1).map((ring) =>
      ring.flatMap(([x, y]) => {
        const [u, v] = project(planogramToPhoto, x * cover.blockMm, y * cover.blockMm);
        return [rounded(u), rounded(v)];
      }),
    ),
  }));
}

/** A ten-thousandth of a photo's side is less than a pixel of a block. */
const rounded = (share: number): number => Math.round(share * 10_000) / 10_000;

/** Numbers the connected parts from 1 on. */
function labelParts({ mask, width, height }: CoverMask): Int32Array {
  const labels = new Int32Array(mask.length);
  let label = 0;
  for (let start = 0; start < mask.length; start++) {
    if (mask[start] !== 1 || labels[start] !== 0) continue;
    label++;
    const open = [start];
    labels[start] = label;
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const x = at % width;
      const y = (at - x) / width;
      for (const [nx, ny] of [
        [x - 1, y],
        [x + 1, y],
        [x, y - 1],
        [x, y + 1],
      ] as const) {
        const next = ny * width + nx;
        if (nx < 0 || ny < 0 || nx >= width || ny >= height || mask[next] !== 1 || labels[next] !== 0)
          continue;
        labels[next] = label;
        open.push(next);
      }
    }
  }
  return labels;
}

type Corner = readonly [x: number, y: number];

/** Returns the closed outlines of one part, its holes included; corners only. */
function ringsOf({ width, height }: CoverMask, labels: Int32Array, label: number): Corner[][] {
  const isIn = (x: number, y: number) =>
    x >= 0 && y >= 0 && x < width && y < height && labels[y * width + x] === label;
  // Every side between a marked and an unmarked block, with the marked block on its right.
  const sides = new Map<number, number[]>();
  const corner = (x: number, y: number) => y * (width + 1) + x;
  const add = (from: number, to: number) => {
    const known = sides.get(from);
    if (known === undefined) sides.set(from, [to]);
    else known.push(to);
  };
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      if (!isIn(x, y)) continue;
      if (!isIn(x, y - 1)) add(corner(x, y), corner(x + 1, y));
      if (!isIn(x + 1, y)) add(corner(x + 1, y), corner(x + 1, y + 1));
      if (!isIn(x, y + 1)) add(corner(x + 1, y + 1), corner(x, y + 1));
      if (!isIn(x - 1, y)) add(corner(x, y + 1), corner(x, y));
    }
  const rings: Corner[][] = [];
  for (const [first] of sides) {
    const ring: number[] = [];
    for (
      let at = first, next = sides.get(at)?.pop();
      next !== undefined;
      at = next, next = sides.get(at)?.pop()
    )
      ring.push(at);
    if (ring.length > 0)
      rings.push(withoutStraights(ring.map((at) => [at % (width + 1), Math.floor(at / (width + 1))])));
  }
  return rings;
}

/** Leaves out the corners between which a side runs straight on. */
const withoutStraights = (ring: readonly Corner[]): Corner[] =>
  ring.filter(([x, y], i) => {
    const [px, py] = ring.at(i - 1) ?? [x, y];
    const [nx, ny] = ring[(i + 1) % ring.length] ?? [x, y];
    return (x - px) * (ny - y) !== (y - py) * (nx - x);
  });

import type { Figure } from './figure.ts';
import { gridOfImage, gridPattern, likeness, lookAtBox } from './grid-pattern.ts';
import type { IntegralImage } from './integral-image.ts';
import { standardise } from './shelf-lines.ts';

/** For one size of packs: where in the photo each figure might stand. */
export interface ResponseMaps {
  /** Pixels of the coarse photo per planogram millimetre that the maps were made for. */
  scaleX: number;
  scaleY: number;
  stepPx: number;
  columns: number;
  rows: number;
  /** Per figure, `columns * rows` z-scores at box centres (i * stepPx, j * stepPx); null without a reference. */
  maps: (Float32Array | null)[];
}

const shape = { columns: 3, rows: 4 };
/** Packs whose sides differ by less than this factor are looked at with one box: the grid does not see a twentieth. */
const sizeGrain = 1.1;

export function responseMaps(
  photo: IntegralImage,
  figures: readonly Figure[],
  scaleX: number,
  scaleY: number,
): ResponseMaps {
  const withImages = figures.filter((f) => f.images.length > 0);
  const narrowest = Math.min(...withImages.map((f) => Math.min(f.widthMm * scaleX, f.heightMm * scaleY)));
  // A fifth of the smallest pack is finer than the tolerance of the grid.
  const stepPx = Math.max(2, Math.min(6, Math.round(narrowest / 5)));
  const columns = Math.floor(photo.width / stepPx) + 1;
  const rows = Math.floor(photo.height / stepPx) + 1;
  const maps: (Float32Array | null)[] = figures.map(() => null);
  const seen = gridPattern(shape);
  for (const group of bySize(figures)) {
    const width = mean(group.map((g) => g.figure.widthMm)) * scaleX;
    const height = mean(group.map((g) => g.figure.heightMm)) * scaleY;
    const known = group.map(({ figure, index }) => {
      const map = new Float32Array(columns * rows);
      maps[index] = map;
      return { map, patterns: figure.images.map((image) => gridOfImage(image, shape)) };
    });
    // Boxes cut by the frame are not looked at: they stay 0, "no evidence", and out of the statistics.
    const left = Math.ceil(width / 2 / stepPx);
    const right = Math.floor((photo.width - width / 2) / stepPx);
    const top = Math.ceil(height / 2 / stepPx);
    const bottom = Math.floor((photo.height - height / 2) / stepPx);
    for (let j = top; j <= bottom; j++)
      for (let i = left; i <= right; i++) {
        if (!lookAtBox(photo, shape, i * stepPx - width / 2, j * stepPx - height / 2, width, height, seen))
          continue;
        for (const { map, patterns } of known) {
          let best = -1;
          for (const pattern of patterns) best = Math.max(best, likeness(seen, pattern));
          map[j * columns + i] = best;
        }
      }
    for (const { map } of known) standardisePart(map, columns, left, top, right, bottom);
  }
  return { scaleX, scaleY, stepPx, columns, rows, maps };
}

/** The best of the 3 x 3 neighbours: forgives displacements of a fraction of a pack in a coarse search. */
export function pooled(maps: ResponseMaps): ResponseMaps {
  const { columns } = maps;
  return {
    ...maps,
    maps: maps.maps.map((map) => {
      if (map === null) return null;
      // Separable: along the rows, then along the columns.
      const wide = new Float32Array(map.length);
      for (let o = 0; o < map.length; o++) {
        const i = o % columns;
        const left = i > 0 ? (map[o - 1] ?? 0) : Number.NEGATIVE_INFINITY;
        const right = i + 1 < columns ? (map[o + 1] ?? 0) : Number.NEGATIVE_INFINITY;
        wide[o] = Math.max(left, map[o] ?? 0, right);
      }
      const out = new Float32Array(map.length);
      for (let o = 0; o < map.length; o++) {
        const above = o >= columns ? (wide[o - columns] ?? 0) : Number.NEGATIVE_INFINITY;
        const below = o + columns < map.length ? (wide[o + columns] ?? 0) : Number.NEGATIVE_INFINITY;
        out[o] = Math.max(above, wide[o] ?? 0, below);
      }
      return out;
    }),
  };
}

function bySize(figures: readonly Figure[]): { figure: Figure; index: number }[][] {
  const groups = new Map<string, { figure: Figure; index: number }[]>();
  const grain = (mm: number): number => Math.round(Math.log(mm) / Math.log(sizeGrain));
  figures.forEach((figure, index) => {
    if (figure.images.length === 0) return;
    const key = `${grain(figure.widthMm)}x${grain(figure.heightMm)}`;
    const group = groups.get(key) ?? [];
    group.push({ figure, index });
    groups.set(key, group);
  });
  return [...groups.values()];
}

const mean = (values: number[]): number => values.reduce((a, b) => a + b, 0) / Math.max(1, values.length);

/** Zero mean and unit deviation over the rectangle (bounds inclusive); the rest is left alone. */
function standardisePart(
  map: Float32Array,
  columns: number,
  left: number,
  top: number,
  right: number,
  bottom: number,
): void {
  if (right < left || bottom < top) return;
  const part = new Float32Array((right - left + 1) * (bottom - top + 1));
  let n = 0;
  for (let j = top; j <= bottom; j++)
    for (let i = left; i <= right; i++) part[n++] = map[j * columns + i] ?? 0;
  standardise(part);
  n = 0;
  for (let j = top; j <= bottom; j++)
    for (let i = left; i <= right; i++) map[j * columns + i] = part[n++] ?? 0;
}

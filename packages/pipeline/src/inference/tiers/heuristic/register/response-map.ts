import type { IntegralImage } from '../pixels/integral-image.ts';
import { gridOfImage, gridPattern, likeness, sampleGrid } from '../templates/grid-pattern.ts';
import type { ProductTemplate } from '../templates/product-template.ts';
import { standardise } from './shelf-lines.ts';

/** For one scale: how strongly each spot of the photo resembles each product. */
export interface ResponseMaps {
  /** Pixels of the coarse photo per planogram millimetre that the maps were made for. */
  scaleX: number;
  scaleY: number;
  stepPx: number;
  columns: number;
  rows: number;
  /** Per product, `columns * rows` z-scores at box centres (i * stepPx, j * stepPx); null without a reference. */
  maps: (Float32Array | null)[];
}

const shape = { columns: 3, rows: 4 };
/** Packs whose sides differ by less than this factor share one box: the grid does not resolve a twentieth. */
const sizeGrain = 1.1;

export function responseMaps(
  photo: IntegralImage,
  productTemplates: readonly ProductTemplate[],
  scaleX: number,
  scaleY: number,
  step?: number,
): ResponseMaps {
  const withImages = productTemplates.filter((f) => f.images.length > 0);
  const narrowest = Math.min(...withImages.map((f) => Math.min(f.widthMm * scaleX, f.heightMm * scaleY)));
  // A fifth of the smallest pack is finer than the tolerance of the grid.
  const stepPx = step ?? Math.max(2, Math.min(6, Math.round(narrowest / 5)));
  const columns = Math.floor(photo.width / stepPx) + 1;
  const rows = Math.floor(photo.height / stepPx) + 1;
  const maps: (Float32Array | null)[] = productTemplates.map(() => null);
  const seen = gridPattern(shape);
  for (const group of bySize(productTemplates)) {
    const width = mean(group.map((g) => g.product.widthMm)) * scaleX;
    const height = mean(group.map((g) => g.product.heightMm)) * scaleY;
    const known = group.map(({ product, index }) => {
      const map = new Float32Array(columns * rows);
      maps[index] = map;
      return { map, patterns: product.images.map((image) => gridOfImage(image, shape)) };
    });
    // Boxes cut by the frame are skipped: they stay 0, "no evidence", and do not enter the statistics.
    const left = Math.ceil(width / 2 / stepPx);
    const right = Math.floor((photo.width - width / 2) / stepPx);
    const top = Math.ceil(height / 2 / stepPx);
    const bottom = Math.floor((photo.height - height / 2) / stepPx);
    for (let j = top; j <= bottom; j++)
      for (let i = left; i <= right; i++) {
        if (!sampleGrid(photo, shape, i * stepPx - width / 2, j * stepPx - height / 2, width, height, seen))
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

/** Replaces each value by the best of its 3 x 3 neighbours: tolerates displacements of a fraction of a pack. */
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

function bySize(
  productTemplates: readonly ProductTemplate[],
): { product: ProductTemplate; index: number }[][] {
  const groups = new Map<string, { product: ProductTemplate; index: number }[]>();
  const grain = (mm: number): number => Math.round(Math.log(mm) / Math.log(sizeGrain));
  productTemplates.forEach((product, index) => {
    if (product.images.length === 0) return;
    const key = `${grain(product.widthMm)}x${grain(product.heightMm)}`;
    const group = groups.get(key) ?? [];
    group.push({ product, index });
    groups.set(key, group);
  });
  return [...groups.values()];
}

const mean = (values: number[]): number => values.reduce((a, b) => a + b, 0) / Math.max(1, values.length);

/** Standardises the rectangle (bounds inclusive) to zero mean and unit deviation; the rest stays unchanged. */
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

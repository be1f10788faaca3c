import type { LabImage } from '../pixels/lab-image.ts';
import type { Plan } from '../templates/product-template.ts';
import type { ResponseMaps } from './response-map.ts';
import { maxStrength, type ShelfLines, strengthAlong } from './shelf-lines.ts';

/**
 * Scores how well a placement explains the photo: mean z-score of the places' responses, plus that of the shelves' rails at a
 * lower weight. Corners as in Hypothesis. Returns `-Infinity` for an impossible view and for a score below `minScore`.
 */
export type PlacementScorer = (corners: ArrayLike<number>, minScore?: number) => number;

/** Weight of the rails; the packs have 1. */
const railWeight = 0.3;
/** Responses are capped here: a perfect match of one reference must not outvote the rest of the bay. */
const maxResponse = 3.5;

/** Prepares flat arrays of everything that does not depend on the placement: a sweep scores some ten thousand placements. */
export function placementScorer(
  plan: Plan,
  photo: LabImage,
  maps: readonly ResponseMaps[],
  lines: ShelfLines,
  maxPlaces: number,
): PlacementScorer {
  const { widthMm, heightMm, shelves } = plan.planogram;
  const referenced = plan.places.filter(
    (p) => (plan.productTemplates[p.productIndex]?.images.length ?? 0) > 0,
  );
  const every = Math.max(1, Math.ceil(referenced.length / maxPlaces));
  const places = referenced.filter((_, i) => i % every === 0);
  const us = Float64Array.from(places, ({ slot }) => (slot.xMm + slot.widthMm / 2) / widthMm);
  const vs = Float64Array.from(places, ({ slot }) => (slot.yMm + slot.heightMm / 2) / heightMm);
  const productTemplates = Int32Array.from(places, ({ productIndex }) => productIndex);
  const flat = maps.map(flatten);
  const rails = Float64Array.from(
    shelves.flatMap((s) => [
      s.xMm / widthMm,
      s.yMm / heightMm,
      (s.xMm + s.widthMm) / widthMm,
      s.yMm / heightMm,
    ]),
  );
  const packShare = 1 / Math.max(1, places.length);
  const railShare = railWeight / Math.max(1, shelves.length);

  return (corners, minScore = Number.NEGATIVE_INFINITY) => {
    const at = (i: number, side: number): number => (corners[i] ?? 0) * side;
    const [w, h] = [photo.width, photo.height];
    const x0 = at(0, w);
    const y0 = at(1, h);
    const x1 = at(2, w);
    const y1 = at(3, h);
    const x2 = at(4, w);
    const y2 = at(5, h);
    const x3 = at(6, w);
    const y3 = at(7, h);
    const scaleX = (x1 - x0 + x2 - x3) / 2 / widthMm;
    const scaleY = (y2 - y1 + y3 - y0) / 2 / heightMm;
    // Folded or squashed: no photo of this bay.
    if (!(scaleX > 0) || !(scaleY > 0.5 * scaleX) || !(scaleY < 2 * scaleX)) return Number.NEGATIVE_INFINITY;
    // The unit square onto the four corners; see fit-homography.ts.
    const sx = x0 - x1 + x2 - x3;
    const sy = y0 - y1 + y2 - y3;
    const det = (x1 - x2) * (y3 - y2) - (x3 - x2) * (y1 - y2) || 1e-12;
    const g = (sx * (y3 - y2) - (x3 - x2) * sy) / det;
    const k = ((x1 - x2) * sy - sx * (y1 - y2)) / det;
    const a = x1 - x0 + g * x1;
    const b = x3 - x0 + k * x3;
    const d = y1 - y0 + g * y1;
    const e = y3 - y0 + k * y3;

    const scale = Math.sqrt(scaleX * scaleY);
    let map = flat[0];
    for (const m of flat) if (map === undefined || gap(m, scale) < gap(map, scale)) map = m;
    let packs = 0;
    if (map !== undefined) {
      const { columns, rows, cells, values } = map;
      const perPx = 1 / map.stepPx;
      for (let p = 0; p < us.length; p++) {
        const u = us[p] ?? 0;
        const v = vs[p] ?? 0;
        const away = perPx / (g * u + k * v + 1);
        const i = Math.floor((a * u + b * v + x0) * away + 0.5);
        const j = Math.floor((d * u + e * v + y0) * away + 0.5);
        if (i >= 0 && j >= 0 && i < columns && j < rows)
          packs += values[(productTemplates[p] ?? 0) * cells + j * columns + i] ?? 0;
      }
    }
    if (packs * packShare + maxStrength * railWeight < minScore) return Number.NEGATIVE_INFINITY;
    let strength = 0;
    for (let r = 0; r < rails.length; r += 4) {
      const u0 = rails[r] ?? 0;
      const v0 = rails[r + 1] ?? 0;
      const u1 = rails[r + 2] ?? 0;
      const v1 = rails[r + 3] ?? 0;
      const from = 1 / (g * u0 + k * v0 + 1);
      const to = 1 / (g * u1 + k * v1 + 1);
      strength += strengthAlong(
        lines,
        (a * u0 + b * v0 + x0) * from,
        (d * u0 + e * v0 + y0) * from,
        (a * u1 + b * v1 + x0) * to,
        (d * u1 + e * v1 + y0) * to,
      );
    }
    return packs * packShare + strength * railShare;
  };
}

/** The maps of all products, concatenated. A product without a reference has zeros, "no evidence". */
interface FlatMaps {
  scale: number;
  stepPx: number;
  columns: number;
  rows: number;
  cells: number;
  values: Float32Array;
}

function flatten({ scaleX, scaleY, stepPx, columns, rows, maps }: ResponseMaps): FlatMaps {
  const cells = columns * rows;
  const values = new Float32Array(maps.length * cells);
  maps.forEach((map, f) => {
    if (map !== null)
      for (let i = 0; i < cells; i++) values[f * cells + i] = Math.min(maxResponse, map[i] ?? 0);
  });
  return { scale: Math.sqrt(scaleX * scaleY), stepPx, columns, rows, cells, values };
}

const gap = (map: FlatMaps, scale: number): number => Math.abs(Math.log(map.scale / scale));

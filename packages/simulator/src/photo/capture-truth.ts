import { type PositionTruth, scoreOf, type TrueScore } from '../shelf/position-truth.ts';
import type { StockedShelf } from '../shelf/stock-shelf.ts';
import type { Camera } from './camera.ts';
import { frontDepthMm } from './draw-packs.ts';
import { apply, compose, type Homography, type Point } from './homography.ts';

/** [x, y, width, height], each 0..1 of the oriented photo. */
export type Box = [number, number, number, number];

/** What is true of a photo, known because it was made so. */
export interface CaptureTruth extends TrueScore {
  /** In planogram order. */
  positions: (PositionTruth & {
    /** Of the planned place. */
    box: Box;
    /** Part of the place lies outside the picture: its verdict holds for what can be seen. */
    cut: boolean;
  })[];
  /** Every pack front in the picture; the product is null when it is not in the planogram. */
  units: { productId: string | null; box: Box }[];
  /** Planogram millimetres (in the plane of the pack fronts) to the oriented photo, 0..1, row-major 3x3. */
  planogramToPhoto: number[];
}

/** A place of which less than this share of facings lies in the picture cannot be judged. */
const leastVisibleShare = 0.5;

export function captureTruth(
  shelf: StockedShelf,
  camera: Camera,
  size: { width: number; height: number },
): CaptureTruth {
  const toShare: Homography = [1 / size.width, 0, 0, 0, 1 / size.height, 0, 0, 0, 1];
  const toPhoto = compose(toShare, camera.plane(frontDepthMm));
  const known = new Set(shelf.bay.products.map((p) => p.id));
  const positionById = new Map(shelf.bay.planogram.positions.map((p) => [p.id, p]));

  const positions = shelf.truth.map((truth) => {
    const place = positionById.get(truth.positionId);
    if (!place) throw new RangeError(`truth of unknown position ${truth.positionId}`);
    const box = boxOf(toPhoto, place.xMm, place.yMm, place.widthMm, place.heightMm);
    const visible = visibleShare(box);
    return {
      ...truth,
      box,
      cut: visible < 0.98,
      ...(visible < leastVisibleShare ? { verdict: 'NOT_VISIBLE' as const } : {}),
    };
  });
  const units = shelf.units
    .map(({ product, xMm, baseMm }) => ({
      productId: known.has(product.id) ? product.id : null,
      box: boxOf(toPhoto, xMm, baseMm - product.heightMm, product.widthMm, product.heightMm),
    }))
    .filter(({ box }) => visibleShare(box) >= leastVisibleShare);
  return { ...scoreOf(positions), positions, units, planogramToPhoto: [...toPhoto] };
}

function boxOf(h: Homography, x: number, y: number, width: number, height: number): Box {
  const corners: Point[] = [
    apply(h, [x, y]),
    apply(h, [x + width, y]),
    apply(h, [x + width, y + height]),
    apply(h, [x, y + height]),
  ];
  const xs = corners.map((p) => p[0]);
  const ys = corners.map((p) => p[1]);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return [left, top, Math.max(...xs) - left, Math.max(...ys) - top];
}

/** Share of a box inside the picture. */
function visibleShare([x, y, width, height]: Box): number {
  const w = Math.max(0, Math.min(1, x + width) - Math.max(0, x));
  const h = Math.max(0, Math.min(1, y + height) - Math.max(0, y));
  return (w * h) / (width * height);
}

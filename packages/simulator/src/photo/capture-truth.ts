import { type PositionTruth, scoreOf, type TrueScore } from '../shelf/position-truth.ts';
import type { StockedShelf } from '../shelf/stock-shelf.ts';
import type { Camera } from './camera.ts';
import { frontDepthMm } from './draw-packs.ts';
import { apply, compose, type Homography, type Point } from './homography.ts';
import { coveredShare } from './occluders/covered-share.ts';

/** [x, y, width, height], each 0..1 of the oriented photo. */
export type Box = [number, number, number, number];

/** The ground truth of a simulated photo. */
export interface CaptureTruth extends TrueScore {
  /** In planogram order. */
  positions: (PositionTruth & {
    /** Box of the planned location. */
    box: Box;
    /** Whether part of the location lies outside the picture: the verdict then refers to the visible part. */
    cut: boolean;
    /** Share of the location's area in the picture that something before the shelf hides, 0..1. The verdict ignores it. */
    covered: number;
  })[];
  /** Every pack front in the picture; the product is null when the planogram does not contain it. */
  units: { productId: string | null; box: Box }[];
  /** Maps planogram millimetres (in the plane of the pack fronts) to the oriented photo, 0..1, row-major 3x3. */
  planogramToPhoto: number[];
}

/** A location with a smaller share of its area in the picture is not assessable. */
const minVisibleShare = 0.5;

/**
 * Derives the ground truth of a photo from the stocked shelf, the camera, and the opacity (0..255 by pixel) of what stands
 * before the shelf.
 */
export function captureTruth(
  shelf: StockedShelf,
  camera: Camera,
  size: { width: number; height: number },
  opacity: Uint8Array | null = null,
): CaptureTruth {
  const toShare: Homography = [1 / size.width, 0, 0, 0, 1 / size.height, 0, 0, 0, 1];
  const toPixels = camera.plane(frontDepthMm);
  const toPhoto = compose(toShare, toPixels);
  const known = new Set(shelf.bay.products.map((p) => p.id));
  const positionById = new Map(shelf.bay.planogram.positions.map((p) => [p.id, p]));

  const positions = shelf.truth.map((truth) => {
    const planned = positionById.get(truth.positionId);
    if (!planned) throw new RangeError(`invariant: truth of unknown position ${truth.positionId}`);
    const box = boxOf(toPhoto, planned.xMm, planned.yMm, planned.widthMm, planned.heightMm);
    const visible = visibleShare(box);
    return {
      ...truth,
      box,
      cut: visible < 0.98,
      covered: opacity === null ? 0 : coveredShare(opacity, size, toPixels, planned),
      ...(visible < minVisibleShare ? { verdict: 'NOT_VISIBLE' as const } : {}),
    };
  });
  const units = shelf.units
    .map(({ product, xMm, baseMm }) => ({
      productId: known.has(product.id) ? product.id : null,
      box: boxOf(toPhoto, xMm, baseMm - product.heightMm, product.widthMm, product.heightMm),
    }))
    .filter(({ box }) => visibleShare(box) >= minVisibleShare);
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

/** Returns the share of a box inside the picture. */
function visibleShare([x, y, width, height]: Box): number {
  const w = Math.max(0, Math.min(1, x + width) - Math.max(0, x));
  const h = Math.max(0, Math.min(1, y + height) - Math.max(0, y));
  return (w * h) / (width * height);
}

import type { Homography } from '../../geometry/homography.ts';
import type { Box, Detection } from '../../inference/realogram.ts';
import { apply } from './mapping.ts';

/** A detection as it stands in the bay: its sides in planogram millimetres. */
export interface Placed {
  detection: Detection;
  leftMm: number;
  rightMm: number;
  topMm: number;
  bottomMm: number;
  /** Sides that the photo's edge cut off: what shows there is not the product's own side. */
  cut: Cut;
}

export interface Cut {
  left: boolean;
  right: boolean;
  top: boolean;
  bottom: boolean;
}

/** Models end a box up to this far before the edge (share of the photo's side) when the product goes on beyond it. */
const edge = 0.004;

export function cutOf([x, y, width, height]: Box): Cut {
  return { left: x <= edge, right: x + width >= 1 - edge, top: y <= edge, bottom: y + height >= 1 - edge };
}

export function place(detection: Detection, photoToPlanogram: Homography): Placed {
  const [x, y, width, height] = detection.box;
  const centreX = x + width / 2;
  // A box around a product that leans in the photo reaches as far beyond it on the left as on the right at half its height.
  const middleY = y + height / 2;
  return {
    detection,
    leftMm: apply(photoToPlanogram, x, middleY).x,
    rightMm: apply(photoToPlanogram, x + width, middleY).x,
    topMm: apply(photoToPlanogram, centreX, y).y,
    bottomMm: apply(photoToPlanogram, centreX, y + height).y,
    cut: cutOf(detection.box),
  };
}

import type { Homography } from '../../math/homography.ts';
import type { Box, Detection } from '../../realogram.ts';
import { applyRegistration } from './registration.ts';

/** A detection in the bay's coordinates: its sides in planogram millimetres. */
export interface Placed {
  detection: Detection;
  leftMm: number;
  rightMm: number;
  topMm: number;
  bottomMm: number;
  /** Sides that the photo's edge cut off: the visible side is not the product's own. */
  cut: Cut;
}

export interface Cut {
  left: boolean;
  right: boolean;
  top: boolean;
  bottom: boolean;
}

/**
 * Models may end a box this far before the edge (as a share of the photo's side) when the product continues beyond it.
 */
const edge = 0.004;

export function cutOf([x, y, width, height]: Box): Cut {
  return { left: x <= edge, right: x + width >= 1 - edge, top: y <= edge, bottom: y + height >= 1 - edge };
}

export function placeDetection(detection: Detection, photoToPlanogram: Homography): Placed {
  const [x, y, width, height] = detection.box;
  const centreX = x + width / 2;
  // A box around a leaning product extends equally far on both sides at half of its height.
  const middleY = y + height / 2;
  return {
    detection,
    leftMm: applyRegistration(photoToPlanogram, x, middleY).x,
    rightMm: applyRegistration(photoToPlanogram, x + width, middleY).x,
    topMm: applyRegistration(photoToPlanogram, centreX, y).y,
    bottomMm: applyRegistration(photoToPlanogram, centreX, y + height).y,
    cut: cutOf(detection.box),
  };
}

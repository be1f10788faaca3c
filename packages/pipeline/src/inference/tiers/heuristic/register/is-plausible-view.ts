import { type Homography, invert, project } from '../../../../math/homography.ts';
import type { Plan } from '../templates/product-template.ts';

/** Returns whether the homography can be a photo of the bay from the front: no folding, no side twice its opposite. */
export function isPlausibleView(h: Homography, plan: Plan): boolean {
  const { widthMm, heightMm } = plan.planogram;
  const corners = [
    project(h, 0, 0),
    project(h, widthMm, 0),
    project(h, widthMm, heightMm),
    project(h, 0, heightMm),
  ];
  const side = (i: number): number => {
    const [x0, y0] = corners[i] ?? [0, 0];
    const [x1, y1] = corners[(i + 1) % 4] ?? [0, 0];
    return Math.hypot(x1 - x0, y1 - y0);
  };
  const ratioX = side(0) / side(2);
  const ratioY = side(1) / side(3);
  const isInvertible = invert(h) !== null;
  return (
    corners.flat().every(Number.isFinite) &&
    isInvertible &&
    ratioX > 0.5 &&
    ratioX < 2 &&
    ratioY > 0.5 &&
    ratioY < 2
  );
}

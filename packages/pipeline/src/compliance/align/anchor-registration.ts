import type { Homography } from '../../math/homography.ts';
import { median } from '../../math/median.ts';
import type { Detection } from '../../realogram.ts';
import { type Correspondence, fitRegistration } from './fit-registration.ts';
import { bottomOf, centreOf, type Layout, type Size } from './layout.ts';
import { applyRegistration, scaleAndShift } from './registration.ts';

/** Share of agreeing anchors from which the search stops: no other pair could give another result. */
const nearlyAll = 0.7;
/** With fewer anchors, one misplaced product distorts the whole registration. */
const minAnchors = 6;
/** Minimum distance as a share of the bay's side: nearer anchors do not determine its scale. */
const minAnchorDistance = 0.25;
/** Iterations of the robust fit; each reduces the weight of misplaced products. */
const rounds = 3;
/** As a share of the photo's side: an anchor with this error counts half. */
const usualStray = 0.02;

/**
 * Finds a first registration from labels alone, or returns null when they do not determine one. Each detected product with one
 * planned place is an anchor: the middle of its detections corresponds to the middle of its place. Misplaced products are
 * outvoted. Costs a tenth of trying all scales and shifts.
 */
export function anchorRegistration(
  objects: readonly Detection[],
  layout: Layout,
  bay: Size,
): Homography | null {
  const anchors = anchorsOf(objects, layout);
  if (anchors.length < minAnchors) return null;
  const first = bestAgreement(anchors, bay);
  if (first === null) return null;
  let registration: Homography = first;
  for (let round = 0; round < rounds; round++) {
    const current = registration;
    const weighed = anchors.map((anchor) => {
      const { x, y } = applyRegistration(current, anchor.planogram.x, anchor.planogram.y);
      const stray = Math.hypot(x - anchor.photo.x, y - anchor.photo.y) / usualStray;
      return { ...anchor, weight: anchor.weight / (1 + stray * stray) };
    });
    registration = fitRegistration(weighed, current, bay);
  }
  return registration;
}

function anchorsOf(objects: readonly Detection[], { slots }: Layout): Correspondence[] {
  const seen = Map.groupBy(objects, ({ productId }) => productId);
  const planned = Map.groupBy(slots, ({ position }) => position.productId);
  return [...planned].flatMap(([productId, own]): Correspondence[] => {
    const here = seen.get(productId);
    if (here === undefined || own.some(({ position }) => position !== own[0]?.position)) return [];
    const middle = <T>(some: readonly T[], value: (one: T) => number) => median(some.map(value)) ?? 0;
    return [
      {
        planogram: { x: middle(own, centreOf), y: middle(own, bottomOf) },
        levelMm: middle(own, ({ yMm, heightMm }) => yMm + heightMm / 2),
        photo: {
          x: middle(here, ({ box }) => box[0] + box[2] / 2),
          y: middle(here, ({ box }) => box[1] + box[3]),
        },
        weight: 1,
      },
    ];
  });
}

/** Returns the scale and shift, from two anchors far apart, with which most other anchors agree. */
function bestAgreement(anchors: readonly Correspondence[], bay: Size): number[] | null {
  let best: number[] | null = null;
  let bestAgreed = 0;
  for (let i = 0; i < anchors.length; i++)
    for (let k = i + 1; k < anchors.length; k++) {
      const [a, b] = [anchors[i], anchors[k]];
      if (a === undefined || b === undefined) continue;
      const acrossMm = b.planogram.x - a.planogram.x;
      const downMm = b.planogram.y - a.planogram.y;
      if (
        Math.abs(acrossMm) < minAnchorDistance * bay.widthMm ||
        Math.abs(downMm) < minAnchorDistance * bay.heightMm
      )
        continue;
      const scaleX = (b.photo.x - a.photo.x) / acrossMm;
      const scaleY = (b.photo.y - a.photo.y) / downMm;
      if (!(scaleX > 0) || !(scaleY > 0)) continue;
      const shiftX = a.photo.x - scaleX * a.planogram.x;
      const shiftY = a.photo.y - scaleY * a.planogram.y;
      let agreed = 0;
      for (const { planogram, photo } of anchors) {
        const offX = (scaleX * planogram.x + shiftX - photo.x) / usualStray;
        const offY = (scaleY * planogram.y + shiftY - photo.y) / usualStray;
        agreed += 1 / (1 + offX * offX + offY * offY);
      }
      if (agreed > bestAgreed) {
        bestAgreed = agreed;
        best = scaleAndShift(scaleX, scaleY, shiftX, shiftY);
      }
      if (agreed >= nearlyAll * anchors.length) return best;
    }
  return best;
}

import type { Homography } from '../../geometry/homography.ts';
import type { Detection } from '../../inference/realogram.ts';
import { median } from '../../planogram/median.ts';
import { type Correspondence, fitMapping } from './fit-mapping.ts';
import { bottomOf, centreOf, type Layout, type Size } from './layout.ts';
import { apply, stretch } from './mapping.ts';

/** Of the anchors: so much agreement that no other two could say anything else. */
const nearlyAll = 0.7;
/** With fewer products to hold on to, one that stands elsewhere bends the whole bay. */
const fewestAnchors = 6;
/** Of the bay's side: nearer anchors say nothing of its scale. */
const leastApart = 0.25;
/** Rounds of the robust fit; each takes off what the last found to stand elsewhere. */
const rounds = 3;
/** Of the photo's side: an anchor this far off counts half. */
const usualStray = 0.02;

/**
 * A first mapping from labels alone, or null where they do not carry one: each product that is planned in one place only
 * and seen holds the middle of its detections to the middle of its place. Products that stand elsewhere are outvoted. Costs a
 * tenth of trying all scales and shifts.
 */
export function anchorMapping(objects: readonly Detection[], layout: Layout, bay: Size): Homography | null {
  const anchors = anchorsOf(objects, layout);
  if (anchors.length < fewestAnchors) return null;
  const first = mostAgreed(anchors, bay);
  if (first === null) return null;
  let mapping: Homography = first;
  for (let round = 0; round < rounds; round++) {
    const current = mapping;
    const weighed = anchors.map((anchor) => {
      const { x, y } = apply(current, anchor.planogram.x, anchor.planogram.y);
      const stray = Math.hypot(x - anchor.photo.x, y - anchor.photo.y) / usualStray;
      return { ...anchor, weight: anchor.weight / (1 + stray * stray) };
    });
    mapping = fitMapping(weighed, current, bay);
  }
  return mapping;
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

/** Of all that two anchors (across the bay from each other) say of scale and shift, what most others agree with. */
function mostAgreed(anchors: readonly Correspondence[], bay: Size): number[] | null {
  let best: number[] | null = null;
  let most = 0;
  for (let i = 0; i < anchors.length; i++)
    for (let k = i + 1; k < anchors.length; k++) {
      const [a, b] = [anchors[i], anchors[k]];
      if (a === undefined || b === undefined) continue;
      const acrossMm = b.planogram.x - a.planogram.x;
      const downMm = b.planogram.y - a.planogram.y;
      if (Math.abs(acrossMm) < leastApart * bay.widthMm || Math.abs(downMm) < leastApart * bay.heightMm)
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
      if (agreed > most) {
        most = agreed;
        best = stretch(scaleX, scaleY, shiftX, shiftY);
      }
      if (agreed >= nearlyAll * anchors.length) return best;
    }
  return best;
}

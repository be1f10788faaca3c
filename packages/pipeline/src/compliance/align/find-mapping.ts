import type { Homography } from '../../geometry/homography.ts';
import type { Detection } from '../../inference/realogram.ts';
import type { Planogram } from '../../planogram/model.ts';
import { anchorMapping } from './anchor-mapping.ts';
import { type Judgement, judgeMapping } from './judge-mapping.ts';
import type { Layout } from './layout.ts';
import { narrowTolerances, refineMapping } from './refine-mapping.ts';
import { seedMappings } from './seed-mappings.ts';

/** Refining costs ten times what judging does. */
const mostRefined = 10;

/** With fewer products than this, gaps of a facing's size help to find the places. */
const fewProducts = 6;

/**
 * Of what was seen, the share in its own place, or else in any place of its size: less, and it is another bay, or clutter that happens
 * to touch the plan. The first is low, as photos show neighbouring bays too.
 */
const leastExplained = { right: 0.2, any: 0.6 };
/** Fewer things than this in their places (if so many are planned) fit anywhere. */
const fewestPlaced = 3;

/**
 * A mapping that labels alone suggest is taken without trying others when so many things hold the product that is planned in
 * their place, and nearly all things stand right in a place, whatever they are. On shelves that were stocked by another
 * version, the second tells: where a mapping is off by half a facing or more, a third of the things stand between places.
 */
const evident = { fewestRight: 12, right: 0.4, inPlace: 0.88 };

/** How far a thing may be from its planned place and still be in it, in facings. */
export const placeTolerance = 0.5;

/**
 * The mapping from planogram to photo that explains the detections best, or null when none does. All mappings that could
 * be are judged, the best refined, and the best of those taken; nothing is drawn by chance.
 */
export function findMapping(
  products: readonly Detection[],
  gaps: readonly Detection[],
  layout: Layout,
  planogram: Planogram,
): Homography | null {
  const objects =
    products.length >= fewProducts ? products : [...products, ...facingGaps(products, gaps, layout)];
  if (objects.length === 0 && gaps.length === 0) return null;
  const judge = (mapping: Homography, tolerance: number) => ({
    mapping,
    judgement: judgeMapping(mapping, objects, gaps, layout, tolerance),
  });
  const anchored = anchorMapping(objects, layout, planogram);
  if (anchored !== null) {
    const near = refineMapping(anchored, objects, layout, planogram, narrowTolerances);
    if (isEvident(judge(near, placeTolerance).judgement)) return near;
  }
  const seeds = seedMappings(objects, layout, planogram).map((mapping) => judge(mapping, 0.9));
  const refined = seeds
    .toSorted((a, b) => b.judgement.points - a.judgement.points)
    .slice(0, mostRefined)
    .flatMap(({ mapping }) => [mapping, refineMapping(mapping, objects, layout, planogram)])
    .map((mapping) => judge(mapping, placeTolerance));
  const best = refined.toSorted((a, b) => b.judgement.points - a.judgement.points)[0];
  if (best === undefined) return null;

  const { assigned, right, fitting, gaps: covered } = best.judgement;
  const slots = layout.slots.length;
  if (assigned + covered < Math.min(fewestPlaced, slots)) return null;
  const explained =
    right >= leastExplained.right * objects.length || fitting >= leastExplained.any * objects.length;
  if (!explained) return null;
  return best.mapping;
}

const isEvident = ({ right, assigned, inPlace }: Judgement): boolean =>
  right >= evident.fewestRight && right >= evident.right * assigned && inPlace >= evident.inPlace * assigned;

/** Gaps as wide as one facing, of the products' size in the photo when there are any. */
function facingGaps(products: readonly Detection[], gaps: readonly Detection[], layout: Layout): Detection[] {
  const { widthMm, heightMm } = layout.usual;
  const widest = Math.max(0, ...products.map(({ box }) => box[2]));
  if (widest > 0) return gaps.filter(({ box }) => box[2] <= 1.6 * widest);
  // Without products, the gaps measure themselves: a wide one has another shape than a facing.
  const shapes = gaps.map(({ box }) => box[2] / box[3]).toSorted((a, b) => a - b);
  const slim = shapes[Math.floor(shapes.length / 4)] ?? widthMm / heightMm;
  return gaps.filter(({ box }) => box[2] / box[3] <= 1.6 * slim);
}

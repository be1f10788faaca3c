import { invert } from '../../geometry/homography.ts';
import type { Detection, Realogram } from '../../inference/realogram.ts';
import type { Planogram, Slot } from '../../planogram/model.ts';
import type { Alignment, Cell } from './alignment.ts';
import { assignSlots } from './assign-slots.ts';
import { coveredShare } from './boxes.ts';
import { findMapping, placeTolerance } from './find-mapping.ts';
import type { Layout } from './layout.ts';
import { place } from './placed.ts';
import { shelfUnder } from './shelf-under.ts';
import { viewSlot } from './slot-view.ts';

/** An empty place is a gap's when the gap covers this much of it; gaps are drawn roughly. */
const gapShare = 0.4;
/** An empty place is not empty when a neighbour's box covers this much of it. */
const sharedShare = 0.6;

/** The alignment of a tier that looked at the photo without the planogram: where is the bay, and what stands in its places. */
export function alignDetections(
  realogram: Realogram,
  detections: readonly Detection[],
  planogram: Planogram,
  layout: Layout,
): Alignment {
  const { layers, slots } = layout;
  const products = detections.filter(({ kind }) => kind === 'product');
  const gaps = detections.filter(({ kind }) => kind === 'gap');
  const mapping = realogram.planogramToPhoto ?? findMapping(products, gaps, layout, planogram);
  const back = mapping === null ? null : invert(mapping);
  if (mapping === null || back === null) {
    return {
      planogramToPhoto: null,
      layers,
      cells: new Map(),
      loose: [],
      failure: failureOf(products.length, gaps.length),
    };
  }

  const { pairs, loose } = assignSlots(
    products.map((product) => place(product, back)),
    layout,
    placeTolerance,
  );
  const standing = new Map<Slot, Detection>(pairs.map(({ slot, placed }) => [slot, placed.detection]));
  const covering = new Set<Detection>();
  const cells = slots.map((slot): Cell => {
    const { box, visible, shownShare } = viewSlot(slot, mapping);
    const occupant = standing.get(slot) ?? null;
    if (occupant !== null || box === null || !visible) {
      const seen = visible || occupant !== null;
      return { slot, box, visible: seen, shownShare, occupant, shared: false, gap: null, looked: seen };
    }
    const gap = mostCovering(box, gaps, gapShare);
    const cover = gap === null ? mostCovering(box, products, sharedShare) : null;
    if (cover !== null) covering.add(cover);
    // A model that gave as many boxes as it can may have left this one out.
    const looked = gap !== null || cover !== null || !realogram.truncated;
    return { slot, box, visible, shownShare, occupant: cover, shared: cover !== null, gap, looked };
  });
  return {
    planogramToPhoto: mapping,
    layers,
    cells: new Map(cells.map((cell) => [cell.slot, cell])),
    loose: loose
      .filter((placed) => !covering.has(placed.detection))
      .map((placed) => ({ detection: placed.detection, placed, shelfNumber: shelfUnder(placed, planogram) })),
    failure: null,
  };
}

function mostCovering(
  box: Detection['box'],
  candidates: readonly Detection[],
  least: number,
): Detection | null {
  let best: Detection | null = null;
  let most = least;
  for (const candidate of candidates) {
    const share = coveredShare(box, candidate.box);
    if (share >= most) {
      best = candidate;
      most = share;
    }
  }
  return best;
}

function failureOf(products: number, gaps: number): string {
  if (products + gaps === 0)
    return 'Nothing was found in the photo, so it could not be laid over the planogram.';
  return `The photo could not be laid over the planogram: too few of the ${products} products found stand as planned.`;
}

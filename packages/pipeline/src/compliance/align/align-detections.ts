import { invert } from '../../math/homography.ts';
import type { Planogram, Slot } from '../../planogram/model.ts';
import type { Detection, Realogram } from '../../realogram.ts';
import type { Alignment, Cell } from './alignment.ts';
import { assignSlots } from './assign-slots.ts';
import { coveredShare } from './boxes.ts';
import { findRegistration, placeTolerance } from './find-registration.ts';
import type { Layout } from './layout.ts';
import { placeDetection } from './placed.ts';
import { placementFailure } from './placement-failure.ts';
import { shelfBelow } from './shelf-below.ts';
import { viewSlot } from './slot-view.ts';

/** Minimum share of an empty slot that a gap covers; gaps are drawn roughly. */
const gapShare = 0.4;
/** A slot is not empty when a neighbour's box covers this share of it. */
const sharedShare = 0.6;

/** Aligns detections of a tier that does not know the planogram: finds the registration and assigns detections to slots. */
export function alignDetections(
  realogram: Realogram,
  detections: readonly Detection[],
  planogram: Planogram,
  layout: Layout,
): Alignment {
  const { layers, slots } = layout;
  const products = detections.filter(({ kind }) => kind === 'product');
  const gaps = detections.filter(({ kind }) => kind === 'gap');
  const registration = realogram.planogramToPhoto ?? findRegistration(products, gaps, layout, planogram);
  const inverse = registration === null ? null : invert(registration);
  if (registration === null || inverse === null) {
    return {
      planogramToPhoto: null,
      layers,
      cells: new Map(),
      unassigned: [],
      failure: realogram.placementProblem
        ? placementFailure(realogram.placementProblem)
        : failureOf(products.length, gaps.length),
    };
  }

  const { pairs, unassigned } = assignSlots(
    products.map((product) => placeDetection(product, inverse)),
    layout,
    placeTolerance,
  );
  const occupants = new Map<Slot, Detection>(pairs.map(({ slot, placed }) => [slot, placed.detection]));
  const covering = new Set<Detection>();
  const cells = slots.map((slot): Cell => {
    const { box, visible, shownShare } = viewSlot(slot, registration);
    const occupant = occupants.get(slot) ?? null;
    if (occupant !== null || box === null || !visible) {
      const seen = visible || occupant !== null;
      return {
        slot,
        box,
        visible: seen,
        shownShare,
        occupant,
        shared: false,
        gap: null,
        searched: seen,
        covered: false,
      };
    }
    const gap = bestCovering(box, gaps, gapShare);
    const cover = gap === null ? bestCovering(box, products, sharedShare) : null;
    if (cover !== null) covering.add(cover);
    // A model that reached its maximum number of boxes may have missed this one.
    const searched = gap !== null || cover !== null || !realogram.truncated;
    return {
      slot,
      box,
      visible,
      shownShare,
      occupant: cover,
      shared: cover !== null,
      gap,
      searched,
      covered: false,
    };
  });
  return {
    planogramToPhoto: registration,
    layers,
    cells: new Map(cells.map((cell) => [cell.slot, cell])),
    unassigned: unassigned
      .filter((placed) => !covering.has(placed.detection))
      .map((placed) => ({ detection: placed.detection, placed, shelfNumber: shelfBelow(placed, planogram) })),
    failure: null,
  };
}

function bestCovering(
  box: Detection['box'],
  candidates: readonly Detection[],
  minShare: number,
): Detection | null {
  let best: Detection | null = null;
  let bestShare = minShare;
  for (const candidate of candidates) {
    const share = coveredShare(box, candidate.box);
    if (share >= bestShare) {
      best = candidate;
      bestShare = share;
    }
  }
  return best;
}

function failureOf(products: number, gaps: number): string {
  if (products + gaps === 0)
    return 'Nothing was detected in the photo, so it could not be aligned with the planogram.';
  return `The photo could not be aligned with the planogram: too few of the ${products} detected products stand as planned.`;
}

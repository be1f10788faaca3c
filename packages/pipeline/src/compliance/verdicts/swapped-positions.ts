import { invert } from '../../math/homography.ts';
import type { Position } from '../../planogram/model.ts';
import type { Detection } from '../../realogram.ts';
import type { Alignment, UnassignedDetection } from '../align/alignment.ts';
import { centreOf } from '../align/layout.ts';
import { placeDetection } from '../align/placed.ts';
import type { Elsewhere, PositionEvidence } from './position-evidence.ts';

/** In facings: how far from the ends of the two places swapped blocks may begin and end. */
const endTolerance = 0.6;

/** Minimum share of reversed pairs of facings: one pack misread as its look-alike does not undo the order of the rest. */
const minReversedShare = 0.75;

/** Baselines nearer than this share of the lower place's height are one line: drawings are not exact. */
const sameBaseline = 0.2;

interface Occupant {
  detection: Detection;
  /** The position in whose place it stands; null in the gap beside a place. */
  at: Position | null;
  leftMm: number;
  rightMm: number;
}

/**
 * Marks the evidence of two swapped neighbours. Within both their places the block planned on the right stands first, and the
 * block planned on the left stands behind it. Together they reach both ends, or each stands in the other's place. With different
 * facings the wider block still reaches into its own place: all its facings are there, so it needs a move and no refill.
 */
export function markSwapped(allEvidence: readonly PositionEvidence[], alignment: Alignment): void {
  const shelves = Map.groupBy(allEvidence, ({ position }) => position.shelfNumber);
  for (const row of shelves.values()) {
    const sorted = row.toSorted((a, b) => a.position.xMm - b.position.xMm);
    for (const [i, left] of sorted.entries()) {
      const right = sorted.slice(i + 1).find(({ position }) => standBeside(left.position, position));
      if (right === undefined || left.swapped !== null) continue;
      if (left.position.productId === right.position.productId) continue;
      // Blocks that have left their own places completely are found like any product elsewhere in the bay.
      if (left.right.length + right.right.length === 0) continue;
      const occupants = occupantsOf(left, right, alignment);
      const first = occupants.filter(({ detection }) => detection.productId === right.position.productId);
      const second = occupants.filter(({ detection }) => detection.productId === left.position.productId);
      if (!areSwapped(left, right, first, second)) continue;
      right.swapped = { with: left.position, facings: first.map((one) => facingOf(one, left.position)) };
      left.swapped = { with: right.position, facings: second.map((one) => facingOf(one, right.position)) };
    }
  }
}

/** Returns whether both are on one line: a position may also lie on top of others of its shelf. */
const standBeside = (left: Position, right: Position): boolean =>
  Math.abs(left.yMm + left.heightMm - right.yMm - right.heightMm) <
    sameBaseline * Math.min(left.heightMm, right.heightMm) && right.xMm > left.xMm + left.widthMm / 2;

/** Returns the detections of swapped positions. */
export const swappedDetections = (allEvidence: readonly PositionEvidence[]): Set<Detection> =>
  new Set(allEvidence.flatMap(({ swapped }) => swapped?.facings.map(({ detection }) => detection) ?? []));

const facingOf = ({ detection, at }: Occupant, other: Position): Elsewhere => ({
  detection,
  shelfNumber: other.shelfNumber,
  at,
});

function areSwapped(
  left: PositionEvidence,
  right: PositionEvidence,
  first: Occupant[],
  second: Occupant[],
): boolean {
  if (first.length === 0 || second.length === 0) return false;
  const ordered = first.reduce(
    (sum, one) => sum + second.filter((other) => middleOf(one) < middleOf(other)).length,
    0,
  );
  if (ordered < minReversedShare * first.length * second.length) return false;
  const begins = Math.min(...first.map((one) => one.leftMm));
  const ends = Math.max(...second.map((one) => one.rightMm));
  const reachesLeft = begins < left.position.xMm + reachOf(left) || isCut(left);
  const reachesRight = ends > right.position.xMm + right.position.widthMm - reachOf(right) || isCut(right);
  const crossed = first.some((one) => standsIn(one, left)) && second.some((one) => standsIn(one, right));
  return crossed || (reachesLeft && reachesRight);
}

const reachOf = ({ position: { widthMm, facings } }: PositionEvidence): number =>
  (endTolerance * widthMm) / facings.horizontal;

/** Returns whether the photo ends within the place: the block there continues out of view. */
const isCut = ({ cells, visible }: PositionEvidence): boolean => visible.length < cells.length;

const middleOf = ({ leftMm, rightMm }: Occupant): number => (leftMm + rightMm) / 2;

const standsIn = (one: Occupant, { position: { xMm, widthMm } }: PositionEvidence): boolean =>
  middleOf(one) > xMm && middleOf(one) < xMm + widthMm;

/** Returns the labelled detections in the two places, and unassigned ones whose middle lies between their ends, each once. */
function occupantsOf(
  left: PositionEvidence,
  right: PositionEvidence,
  { planogramToPhoto, unassigned }: Alignment,
): Occupant[] {
  const inverse = planogramToPhoto === null ? null : invert(planogramToPhoto);
  const found = new Map<Detection, Occupant>();
  for (const { position, cells } of [left, right])
    for (const { occupant, slot } of cells) {
      if (occupant === null || occupant.productId === null || found.has(occupant)) continue;
      const placed = inverse === null ? null : placeDetection(occupant, inverse);
      const leftMm = placed?.leftMm ?? centreOf(slot) - slot.widthMm / 2;
      const rightMm = placed?.rightMm ?? centreOf(slot) + slot.widthMm / 2;
      found.set(occupant, { detection: occupant, at: position, leftMm, rightMm });
    }
  for (const { detection, placed, shelfNumber } of unassigned)
    if (
      shelfNumber === left.position.shelfNumber &&
      detection.productId !== null &&
      isBetween(placed, left, right)
    )
      found.set(detection, { detection, at: null, leftMm: placed.leftMm, rightMm: placed.rightMm });
  return [...found.values()];
}

function isBetween(
  { leftMm, rightMm }: UnassignedDetection['placed'],
  left: PositionEvidence,
  right: PositionEvidence,
): boolean {
  const middleMm = (leftMm + rightMm) / 2;
  return middleMm > left.position.xMm && middleMm < right.position.xMm + right.position.widthMm;
}

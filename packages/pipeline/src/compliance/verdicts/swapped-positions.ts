import { invert } from '../../geometry/homography.ts';
import type { Detection } from '../../inference/realogram.ts';
import type { Position } from '../../planogram/model.ts';
import type { Alignment, Loose } from '../align/alignment.ts';
import { centreOf } from '../align/layout.ts';
import { place } from '../align/placed.ts';
import type { Elsewhere, Tally } from './tally.ts';

/** Of a facing: how far from the ends of the two places blocks that changed places may begin and end. */
const endTolerance = 0.6;

/** Of the pairs of one facing of each: one pack that was taken for its look-alike does not undo the order of the rest. */
const mostlyReversed = 0.75;

/** Baselines nearer than this share of the lower place's height are one line: drawings are not exact. */
const sameBaseline = 0.2;

interface Standing {
  detection: Detection;
  /** The position in whose place it stands; null: in the gap beside a place. */
  at: Position | null;
  leftMm: number;
  rightMm: number;
}

/**
 * Two neighbours that changed places: within both their places the block planned on the right stands first, and the block
 * planned on the left stands behind it; together they reach both ends, or each stands in the other's place. With different facings the wider block still reaches into its own place: all its
 * facings are there, so nobody has to refill it; somebody has to carry both over. Marks the tallies of both.
 */
export function markTraded(tallies: readonly Tally[], alignment: Alignment): void {
  const shelves = Map.groupBy(tallies, ({ position }) => position.shelfNumber);
  for (const row of shelves.values()) {
    const sorted = row.toSorted((a, b) => a.position.xMm - b.position.xMm);
    for (const [i, left] of sorted.entries()) {
      const right = sorted.slice(i + 1).find(({ position }) => standBeside(left.position, position));
      if (right === undefined || left.traded !== null) continue;
      if (left.position.productId === right.position.productId) continue;
      // Blocks that have left their own places altogether are found like anything that stands elsewhere.
      if (left.right.length + right.right.length === 0) continue;
      const standing = standingIn(left, right, alignment);
      const first = standing.filter(({ detection }) => detection.productId === right.position.productId);
      const second = standing.filter(({ detection }) => detection.productId === left.position.productId);
      if (!areTraded(left, right, first, second)) continue;
      right.traded = { with: left.position, facings: first.map((one) => facingOf(one, left.position)) };
      left.traded = { with: right.position, facings: second.map((one) => facingOf(one, right.position)) };
    }
  }
}

/** On one line: a position may also lie on top of others of its shelf. */
const standBeside = (left: Position, right: Position): boolean =>
  Math.abs(left.yMm + left.heightMm - right.yMm - right.heightMm) <
    sameBaseline * Math.min(left.heightMm, right.heightMm) && right.xMm > left.xMm + left.widthMm / 2;

/** The detections that stand for traded positions, wherever they stand. */
export const tradedDetections = (tallies: readonly Tally[]): Set<Detection> =>
  new Set(tallies.flatMap(({ traded }) => traded?.facings.map(({ detection }) => detection) ?? []));

const facingOf = ({ detection, at }: Standing, other: Position): Elsewhere => ({
  detection,
  shelfNumber: other.shelfNumber,
  at,
});

function areTraded(left: Tally, right: Tally, first: Standing[], second: Standing[]): boolean {
  if (first.length === 0 || second.length === 0) return false;
  const ordered = first.reduce(
    (sum, one) => sum + second.filter((other) => middleOf(one) < middleOf(other)).length,
    0,
  );
  if (ordered < mostlyReversed * first.length * second.length) return false;
  const begins = Math.min(...first.map((one) => one.leftMm));
  const ends = Math.max(...second.map((one) => one.rightMm));
  const reachesLeft = begins < left.position.xMm + reachOf(left) || isCut(left);
  const reachesRight = ends > right.position.xMm + right.position.widthMm - reachOf(right) || isCut(right);
  const crossed = first.some((one) => standsIn(one, left)) && second.some((one) => standsIn(one, right));
  return crossed || (reachesLeft && reachesRight);
}

const reachOf = ({ position: { widthMm, facings } }: Tally): number =>
  (endTolerance * widthMm) / facings.horizontal;

/** The photo ends in its place: the block that stands there goes on beyond what is seen. */
const isCut = ({ cells, visible }: Tally): boolean => visible.length < cells.length;

const middleOf = ({ leftMm, rightMm }: Standing): number => (leftMm + rightMm) / 2;

const standsIn = (one: Standing, { position: { xMm, widthMm } }: Tally): boolean =>
  middleOf(one) > xMm && middleOf(one) < xMm + widthMm;

/** What is labelled in the two places, and the loose things whose middle lies between their ends, each once. */
function standingIn(left: Tally, right: Tally, { planogramToPhoto, loose }: Alignment): Standing[] {
  const back = planogramToPhoto === null ? null : invert(planogramToPhoto);
  const found = new Map<Detection, Standing>();
  for (const { position, cells } of [left, right])
    for (const { occupant, slot } of cells) {
      if (occupant === null || occupant.productId === null || found.has(occupant)) continue;
      const placed = back === null ? null : place(occupant, back);
      const leftMm = placed?.leftMm ?? centreOf(slot) - slot.widthMm / 2;
      const rightMm = placed?.rightMm ?? centreOf(slot) + slot.widthMm / 2;
      found.set(occupant, { detection: occupant, at: position, leftMm, rightMm });
    }
  for (const { detection, placed, shelfNumber } of loose)
    if (
      shelfNumber === left.position.shelfNumber &&
      detection.productId !== null &&
      isBetween(placed, left, right)
    )
      found.set(detection, { detection, at: null, leftMm: placed.leftMm, rightMm: placed.rightMm });
  return [...found.values()];
}

function isBetween({ leftMm, rightMm }: Loose['placed'], left: Tally, right: Tally): boolean {
  const middleMm = (leftMm + rightMm) / 2;
  return middleMm > left.position.xMm && middleMm < right.position.xMm + right.position.widthMm;
}

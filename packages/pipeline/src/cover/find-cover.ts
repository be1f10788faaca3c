import { align } from '../compliance/align/align.ts';
import type { Frame } from '../images/frame.ts';
import type { Planogram, Slot } from '../planogram/model.ts';
import type { CoveredRegion, Realogram } from '../realogram.ts';
import { bayImageOf } from './bay-image.ts';
import { hiddenRails } from './hidden-rails.ts';
import { isReachedInto, isSlotCovered, type Looks } from './is-slot-covered.ts';
import { learnCoverLook } from './learn-cover-look.ts';
import { learnEmptyLook } from './learn-empty-look.ts';
import { outlinesOf } from './outlines-of.ts';
import { paintCover } from './paint-cover.ts';
import { type SlotSurroundings, surroundingsOf } from './slot-surroundings.ts';

/** What a search for cover needs: the photo that the tier saw, and its answer. */
export interface CoverInput {
  frame: Frame;
  planogram: Planogram;
  realogram: Realogram;
}

/**
 * Finds what stands between the camera and the bay, whichever tier answered. Returns null when the photo has no place on the
 * planogram. Pure and total: takes about 100 ms of one core, so it belongs into a thread.
 */
export function findCover({ frame, planogram, realogram }: CoverInput): CoveredRegion[] | null {
  const { cells, planogramToPhoto } = align(planogram, { ...realogram, covered: [] });
  if (planogramToPhoto === null || !isSearchable(planogram)) return null;
  const bay = bayImageOf(frame, planogram, planogramToPhoto);
  const shown = [...cells.values()].filter((cell) => cell.visible);
  const rails = hiddenRails(planogram, bay, shown);
  const surroundings = shown.map((cell) => surroundingsOf(cell, planogram, rails));
  const looks = {
    empty: learnEmptyLook(bay, planogram, surroundings),
    cover: learnCoverLook(bay, rails),
  };
  const covered = withNeighbours(
    surroundings,
    new Set(surroundings.filter((one) => isSlotCovered(one, looks))),
    looks,
  ).map(({ cell }) => cell.slot);
  return outlinesOf(paintCover(planogram, rails, covered), planogramToPhoto);
}

/** Bounds time on plans in wrong units; no photo shows a wider bay. */
const maxSideMm = 12_000;

const isSearchable = ({ widthMm, heightMm }: Planogram): boolean =>
  widthMm > 0 && heightMm > 0 && Math.max(widthMm, heightMm) <= maxSideMm;

/** Adds the slots, beside covered ones of their shelf, into which the same thing reaches. */
function withNeighbours(
  surroundings: readonly SlotSurroundings[],
  covered: Set<SlotSurroundings>,
  looks: Looks,
): SlotSurroundings[] {
  const open = surroundings.filter((one) => !covered.has(one) && isReachedInto(one, looks));
  for (let size = -1; size !== covered.size; ) {
    size = covered.size;
    for (const one of open)
      if ([...covered].some((other) => isBeside(one.cell.slot, other.cell.slot))) covered.add(one);
  }
  return [...covered];
}

/** Of a slot's width: packs stand a little apart. */
const maxGap = 0.3;

function isBeside(a: Slot, b: Slot): boolean {
  if (a.position.shelfNumber !== b.position.shelfNumber) return false;
  const gapMm = Math.max(a.xMm - (b.xMm + b.widthMm), b.xMm - (a.xMm + a.widthMm));
  return gapMm <= maxGap * a.widthMm;
}

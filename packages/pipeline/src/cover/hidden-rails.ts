import type { Cell } from '../compliance/align/alignment.ts';
import type { Planogram, Shelf } from '../planogram/model.ts';
import type { Area } from './area.ts';
import type { BayImage } from './bay-image.ts';
import { discountTags } from './discount-tags.ts';
import { hiddenRuns } from './hidden-runs.ts';
import { isSure } from './is-sure.ts';
import { columnAt, columnMm, columnsAt, railColumnsOf } from './rail-columns.ts';
import { railOffsets } from './rail-offsets.ts';
import { type Rail, railUnlikeness } from './rail-unlikeness.ts';

/** For each shelf with a front: whether it is hidden at each column; null: out of view, or not known. */
export type HiddenRails = ReadonlyMap<Shelf, readonly (boolean | null)[]>;

/** Finds where something hides the fronts of the shelves. Fronts under recognised packs show what they look like. */
export function hiddenRails(planogram: Planogram, bay: BayImage, cells: readonly Cell[]): HiddenRails {
  const shelves = planogram.shelves.filter((shelf) => shelf.heightMm > 0);
  const sure = cells.filter((cell) => cell.slot.row === 0 && isSure(cell));
  const known = shelves.map((shelf) => {
    const onIt = sure.filter(({ slot }) => slot.position.shelfNumber === shelf.number);
    return columnsAt(planogram.widthMm).map((xMm) => onIt.some(({ slot }) => isOver(slot, xMm)));
  });
  const offsets = railOffsets(shelves, known, bay);
  const rails = shelves.map((shelf, i): Rail => {
    const offset = offsets[i] ?? (() => 0);
    return {
      columns: railColumnsOf(shelf, bay, planogram.widthMm, offset),
      known: known[i] ?? [],
      lowerRail: lowerOf(shelves, shelf),
      moved: (at, share) => {
        const xMm = (at + 0.5) * columnMm;
        return columnAt(shelf, bay, xMm, offset(xMm) + share * shelf.heightMm);
      },
    };
  });
  const unlikeness = railUnlikeness(rails).map((values, i) => discountTags(rails[i]?.columns ?? [], values));
  return new Map(shelves.map((shelf, i) => [shelf, hiddenRuns(unlikeness[i] ?? [])]));
}

const isOver = (area: Area, xMm: number): boolean => xMm >= area.xMm && xMm < area.xMm + area.widthMm;

/** Returns the index of the next shelf under a shelf; null: it is the lowest. */
function lowerOf(shelves: readonly Shelf[], { yMm }: Shelf): number | null {
  const under = shelves.filter((other) => other.yMm > yMm).toSorted((a, b) => a.yMm - b.yMm)[0];
  return under === undefined ? null : shelves.indexOf(under);
}

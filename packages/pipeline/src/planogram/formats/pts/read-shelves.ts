import type { BayPlan, ShelfPlan } from '../lay-out/plan.ts';
import type { PtsFile, PtsReader } from './read-pts-file.ts';

/** Limit of the numbers of bays and shelves: three digits. */
const highestNumber = 999;
/** The format's default for an unknown size. */
const unknownMm = 1;

export interface PtsBay extends BayPlan {
  number: number;
  shelves: (ShelfPlan & { number: number })[];
}

/** Reads the bays and empty shelves of a V2 file, from the left and from the bottom. */
export function readShelves({ tables }: PtsFile): { bays: PtsBay[]; notes: string[] } {
  const bays = new Map<number, { bay: PtsBay; line: number }>();
  for (const row of tables.bays) {
    const number = numberOf(row, 'bay');
    if (number === null) continue;
    const before = bays.get(number);
    if (before !== undefined) {
      row.fault('bay', 'ID_REPEATED', `says ${number} again: line ${before.line} already has bay ${number}`);
      continue;
    }
    const bay = { number, widthMm: sizeMm(row, 'width'), heightMm: sizeMm(row, 'height'), shelves: [] };
    bays.set(number, { bay, line: row.line });
  }
  const written = new Map<PtsBay['shelves'][number], number | null>();
  for (const row of tables.shelves) {
    const [bayNumber, number] = [numberOf(row, 'bay'), numberOf(row, 'shelf')];
    const height = sizeMm(row, 'height');
    const sizes = { widthMm: sizeMm(row, 'width'), boardMm: sizeMm(row, 'thickness') };
    if (bayNumber === null || number === null) continue;
    const bay = bays.get(bayNumber)?.bay;
    if (bay === undefined) {
      row.fault('bay', 'REFERENCE_UNKNOWN', `says ${bayNumber}, which is not among the bays`);
      continue;
    }
    const before = bay.shelves.find((shelf) => shelf.number === number);
    if (before !== undefined) {
      row.fault(
        'shelf',
        'ID_REPEATED',
        `says ${number} again: line ${before.line} already has shelf ${number} of bay ${bayNumber}`,
      );
      continue;
    }
    const shelf = {
      id: `${bayNumber}.${number}`,
      line: row.line,
      number,
      xMm: null,
      yMm: null,
      ...sizes,
      items: [],
    };
    bay.shelves.push(shelf);
    written.set(shelf, height);
  }
  const sorted = [...bays.values()]
    .map(({ bay }) => ({ ...bay, shelves: bay.shelves.toSorted((a, b) => a.number - b.number) }))
    .toSorted((a, b) => a.number - b.number);
  const readings = new Set(sorted.map((bay) => placeByHeights(bay, written)));
  return {
    bays: sorted,
    notes: [
      ...(readings.has('above the floor')
        ? ['Shelf heights rise from the bottom: read as heights above the floor.']
        : []),
      ...(readings.has('between shelves')
        ? ['Shelf heights do not rise from the bottom: read as the room above each shelf.']
        : []),
    ],
  };
}

/** Places shelves by their heights. Programs write either the height above the floor, which rises, or the room above a shelf. */
function placeByHeights(
  bay: PtsBay,
  written: ReadonlyMap<object, number | null>,
): 'above the floor' | 'between shelves' | null {
  const heights = bay.shelves.map((shelf) => written.get(shelf) ?? null);
  const known = heights.filter((height) => height !== null);
  if (known.length < bay.shelves.length || known.length === 0) return null;
  const doRise = known.every((height, i) => i === 0 || height > (known[i - 1] ?? 0));
  const totalMm = known.reduce((sum, height) => sum + height, 0);
  const isAboveFloor = doRise && (known.length > 1 || bay.heightMm === null || totalMm < bay.heightMm / 2);
  bay.heightMm ??= isAboveFloor ? (known.at(-1) ?? 0) * 1.25 : totalMm;
  let upMm = 0;
  for (const [i, shelf] of bay.shelves.entries()) {
    const height = known[i] ?? 0;
    const boardMm = shelf.boardMm ?? 0;
    shelf.yMm = bay.heightMm - (isAboveFloor ? height : upMm + boardMm);
    upMm += height;
  }
  return isAboveFloor ? 'above the floor' : 'between shelves';
}

export function numberOf<Column extends string>(
  row: { lacks(column: Column): boolean; whole(column: Column, max: number): number | null },
  column: Column,
): number | null {
  return row.lacks(column) ? null : row.whole(column, highestNumber);
}

function sizeMm(
  row: PtsReader<'bays'> | PtsReader<'shelves'>,
  column: 'width' | 'height' | 'thickness',
): number | null {
  const size = (row as PtsReader<'shelves'>).size(column);
  return size === null || size <= unknownMm ? null : size;
}

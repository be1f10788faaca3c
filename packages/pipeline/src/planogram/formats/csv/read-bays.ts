import type { BayPlan, ItemPlan, ShelfPlan } from '../lay-out/plan.ts';
import { planogramLimits } from '../limits.ts';
import type { CsvColumn } from './columns.ts';
import { timesUnit } from './read-products.ts';
import type { CsvFile, CsvReader } from './read-rows.ts';

/** Limit of the numbers of bays, shelves and positions, which people assign. */
const highestNumber = 9_999;

/** Reads the bays of one planogram from left to right, with shelves from the bottom and positions from the left. */
export function readBays(
  { header }: CsvFile,
  rows: readonly CsvReader[],
  productOf: ReadonlyMap<CsvReader, string>,
): BayPlan[] {
  const lengthMm = (row: CsvReader, column: CsvColumn, kind: 'size' | 'number') =>
    timesUnit(row[kind](column), header.columns.get(column)?.unitMm ?? 10);
  const placed = rows.flatMap((row) => {
    const [bay, shelf, position] = (['bay', 'shelf', 'position'] as const).map((column) =>
      row.lacks(column) ? null : row.whole(column, highestNumber),
    );
    const item = readItem(row, productOf.get(row) ?? '', lengthMm);
    return bay && shelf && position && item ? [{ row, bay, shelf, position, item }] : [];
  });
  const isSingle = new Set(placed.map(({ bay }) => bay)).size === 1;

  return sortedGroups(placed, ({ bay }) => bay).map(([bay, inBay]) => ({
    widthMm: agreed(inBay, 'bay_w', (row) => lengthMm(row, 'bay_w', 'size')),
    heightMm: agreed(inBay, 'bay_h', (row) => lengthMm(row, 'bay_h', 'size')),
    shelves: sortedGroups(inBay, ({ shelf }) => shelf).map(([shelf, onShelf]): ShelfPlan => {
      const items = sortedGroups(onShelf, ({ position }) => position).map(([position, [first, second]]) => {
        if (second !== undefined) {
          second.row.fault(
            'position',
            'ID_REPEATED',
            `says ${position} again: line ${first?.row.line} already has position ${position} of shelf ${shelf} in bay ${bay}`,
          );
        }
        const { item } = first ?? onShelf[0] ?? { item: undefined };
        return item === undefined ? [] : [{ ...item, id: item.id || `${bay}.${shelf}.${position}` }];
      });
      return {
        id: isSingle ? String(shelf) : `${bay}.${shelf}`,
        line: onShelf[0]?.row.line ?? 1,
        xMm: agreed(onShelf, 'shelf_x', (row) => lengthMm(row, 'shelf_x', 'number')),
        yMm: agreed(onShelf, 'shelf_y', (row) => lengthMm(row, 'shelf_y', 'number')),
        widthMm: agreed(onShelf, 'shelf_w', (row) => lengthMm(row, 'shelf_w', 'size')),
        boardMm: agreed(onShelf, 'shelf_h', (row) => lengthMm(row, 'shelf_h', 'size')),
        items: items.flat(),
      };
    }),
  }));
}

function readItem(
  row: CsvReader,
  productId: string,
  lengthMm: (row: CsvReader, column: CsvColumn, kind: 'size' | 'number') => number | null,
): ItemPlan | null {
  const horizontal = row.lacks('h_facings')
    ? null
    : row.whole('h_facings', planogramLimits.facingsHorizontal);
  const vertical = row.whole('v_facings', planogramLimits.facingsVertical) ?? 1;
  const depth = row.whole('d_facings', planogramLimits.facingsDepth) ?? 1;
  const item: Omit<ItemPlan, 'facings'> = {
    id: row.text('position_id') ?? '',
    line: row.line,
    productId,
    xMm: lengthMm(row, 'x', 'number'),
    yMm: lengthMm(row, 'y', 'number'),
    widthMm: lengthMm(row, 'w', 'size'),
    heightMm: lengthMm(row, 'h', 'size'),
    orientation: row.text('orientation') ?? 'front',
  };
  return horizontal === null ? null : { ...item, facings: { horizontal, vertical, depth } };
}

interface Placed {
  row: CsvReader;
  bay: number;
  shelf: number;
  position: number;
  item: ItemPlan;
}

function sortedGroups(placed: readonly Placed[], by: (place: Placed) => number): [number, Placed[]][] {
  return [...Map.groupBy(placed, by)].toSorted(([a], [b]) => a - b);
}

/** Returns the value that all rows of a bay or shelf share: the first value. A different value is a problem. */
function agreed(
  placed: readonly Placed[],
  column: CsvColumn,
  read: (row: CsvReader) => number | null,
): number | null {
  let first: { value: number; line: number } | null = null;
  for (const { row } of placed) {
    const value = read(row);
    if (value === null) continue;
    if (first === null) first = { value, line: row.line };
    else if (first.value !== value) {
      row.fault(column, 'ROWS_DISAGREE', `is “${row.raw(column)}”, but line ${first.line} says otherwise`);
      break;
    }
  }
  return first?.value ?? null;
}

import type { TableRow } from '../text/read-table.ts';
import type { CsvColumn } from './columns.ts';
import type { CellOf } from './surroundings.ts';

/** Columns that may stand in the first row of a block only, from the outer block to the inner one. */
const carried = ['planogram_code', 'version', 'bay', 'shelf'] as const satisfies CsvColumn[];
type Carried = (typeof carried)[number];

export interface CarriedDown {
  /** The cells of each row that come from a row above. */
  ofRow: Map<TableRow, Partial<Record<Carried, string>>>;
  /** The lines that got a cell, by column. */
  lines: Map<Carried, number[]>;
}

/**
 * Finds the cells that are written in the first row of a block only, as merged cells are. A column that repeats a value in the
 * same block is written in every row: an empty cell in it is a gap, and nothing is carried down.
 */
export function carryDown(rows: readonly TableRow[], cellOf: CellOf): CarriedDown {
  const result: CarriedDown = { ofRow: new Map(), lines: new Map() };
  const columns = carried.filter((column) => rows.some((row) => cellOf(row, column) !== ''));
  const repeated = new Set<Carried>();
  const above: Partial<Record<Carried, string>> = {};
  for (const row of rows) {
    let isNewBlock = false;
    for (const column of columns) {
      const written = cellOf(row, column);
      if (isNewBlock) delete above[column];
      if (written === '') {
        const value = above[column];
        if (value === undefined) continue;
        result.ofRow.set(row, { ...result.ofRow.get(row), [column]: value });
        result.lines.set(column, [...(result.lines.get(column) ?? []), row.line]);
        continue;
      }
      if (above[column] === written) repeated.add(column);
      else isNewBlock = true;
      above[column] = written;
    }
  }
  for (const column of repeated) {
    result.lines.delete(column);
    for (const cells of result.ofRow.values()) delete cells[column];
  }
  return result;
}

/** Returns a note on each column whose cells were carried down. */
export function noteCarried({ lines }: CarriedDown, nameOf: (column: CsvColumn) => string): string[] {
  return [...lines].map(([column, [first, ...others]]) => {
    const where = others.length === 0 ? `line ${first}` : `line ${first} and ${others.length} more`;
    return `“${nameOf(column)}” is empty in ${where}: the value of the row above counts.`;
  });
}

import type { TableRow } from '../text/read-table.ts';
import { recognise } from './read-header.ts';

/** Number of rows in which the header is sought: titles, logos and print dates stand above it. */
const searchedRows = 20;

/** Returns the index of the first row with the most recognised names; 0 when no row has two. */
export function findHeader(table: readonly TableRow[]): number {
  let best = { index: 0, known: 1 };
  for (const [index, { cells }] of table.slice(0, searchedRows).entries()) {
    const known = new Set(cells.flatMap((cell) => recognise(cell)?.column ?? [])).size;
    if (known > best.known) best = { index, known };
  }
  return best.index;
}

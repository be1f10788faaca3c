import type { CellReader } from './cell-readers.ts';

/** A column of a table of master data. */
export interface Column {
  /** The name of the value in rows. */
  field: string;
  /** The name in the documentation, then other names of files. Compared without case, spaces and signs. */
  names: readonly [string, ...string[]];
  read: CellReader;
}

/** The values of a row by field. Null: the cell is empty, or the file lacks the column. */
export type Values = Readonly<Record<string, string | number | null>>;

/** A row whose cells are all readable. */
export interface ReadRow {
  /** Line of the file, or number of the row, from 1. */
  line: number;
  values: Values;
}

/** Returns the name of a column as comparisons take it. */
export const plainName = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

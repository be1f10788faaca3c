import { type Column, plainName } from './column.ts';

export interface MatchedHeader {
  /** The column at each index of a row; null where the file has a column that is not used. */
  columns: (Column | null)[];
  unused: string[];
}

export type HeaderProblem = { problem: 'COLUMN_MISSING' | 'COLUMN_REPEATED'; column: string };

/** Finds the columns of a kind in a header row. The key has to be complete, and no field may have two columns. */
export function matchHeader(
  header: readonly string[],
  columns: readonly Column[],
  required: readonly string[],
): MatchedHeader | HeaderProblem {
  const byName = new Map(columns.flatMap((column) => column.names.map((name) => [plainName(name), column])));
  const matched = header.map((name) => byName.get(plainName(name)) ?? null);
  const fields = matched.flatMap((column) => column?.field ?? []);
  const repeated = fields.find((field, index) => fields.indexOf(field) !== index);
  if (repeated !== undefined) return { problem: 'COLUMN_REPEATED', column: repeated };
  const missing = required.find((field) => !fields.includes(field));
  if (missing !== undefined) return { problem: 'COLUMN_MISSING', column: missing };
  const unused = header.filter((name, index) => matched[index] === null && name !== '');
  return { columns: matched, unused };
}

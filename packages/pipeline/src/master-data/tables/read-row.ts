import type { MasterDataErrorRow } from '@gondola/db';
import type { Column, ReadRow } from './column.ts';

/** The beginning of a cell in reports. */
const maxCellLength = 80;

/** Returns an error of a row, with the beginning of its cell. */
export const rowError = (
  line: number,
  code: MasterDataErrorRow['code'],
  column: string,
  value: string | number | null,
): MasterDataErrorRow => ({ line, code, column, value: String(value ?? '').slice(0, maxCellLength) });

/** Reads the cells of a row, or returns its first error. */
export function readRow(
  line: number,
  cells: readonly string[],
  columns: readonly (Column | null)[],
  required: readonly string[],
): ReadRow | MasterDataErrorRow {
  const values: Record<string, string | number | null> = {};
  for (const [index, column] of columns.entries()) {
    const cell = cells[index]?.trim() ?? '';
    if (column === null) continue;
    values[column.field] = null;
    if (cell === '') continue;
    const reading = column.read(cell);
    if ('code' in reading) return rowError(line, reading.code, column.names[0], cell);
    values[column.field] = reading.value;
  }
  const missing = required.find((field) => (values[field] ?? null) === null);
  return missing === undefined ? { line, values } : rowError(line, 'FIELD_MISSING', missing, '');
}

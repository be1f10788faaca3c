import type { ListedPlanogram } from '../choose-planogram.ts';
import type { ParseOptions } from '../planogram-format.ts';
import { type Problem, wholeFile } from '../problem.ts';
import type { TableRow } from '../text/read-table.ts';
import { RowReader } from '../text/row-reader.ts';
import { carryDown, noteCarried } from './carry-down.ts';
import { type CsvColumn, officialName } from './columns.ts';
import { findHeader } from './find-header.ts';
import { type CsvHeader, readHeader } from './read-header.ts';
import { type CellOf, kindOfRow, leftOutKinds, noteLeftOut, type RowKind } from './surroundings.ts';

export type CsvReader = RowReader<CsvColumn>;

/** The rows of one code and version. */
export interface CsvGroup extends ListedPlanogram {
  rows: CsvReader[];
}

export interface CsvFile {
  header: CsvHeader;
  groups: CsvGroup[];
  /** Problems that the readers found. */
  problems: Problem[];
  notes: string[];
}

/**
 * Groups the rows of a table by planogram, without their values. `notes` are those of the table's reader: they come first.
 */
export function readRows(
  table: readonly TableRow[],
  _options: ParseOptions,
  notes: readonly string[],
): { file: CsvFile } | { problems: Problem[] } {
  const headerIndex = findHeader(table);
  const headerRow = table[headerIndex];
  if (headerRow === undefined) return { problems: [nothingPlanned] };
  const header = readHeader(headerRow);
  if (header.problems.length > 0) return { problems: header.problems };
  const nameOf = (column: CsvColumn) => header.columns.get(column)?.name ?? officialName(column);
  const cellOf: CellOf = ({ cells }, column) => cells[header.columns.get(column)?.index ?? -1]?.trim() ?? '';
  const body = table.slice(headerIndex + 1).map((row) => ({ row, kind: kindOfRow(row, headerRow, cellOf) }));
  const rowsOf = (...kinds: RowKind[]) =>
    body.filter(({ kind }) => kinds.includes(kind)).map(({ row }) => row);
  const rows = rowsOf('planned');
  if (rows.length === 0) return { problems: [nothingPlanned] };
  const carried = carryDown(rowsOf('planned', 'block title'), cellOf);

  const problems: Problem[] = [];
  const groups = new Map<string, CsvGroup>();
  for (const tableRow of rows) {
    const { line, cells } = tableRow;
    const entries = [...header.columns.keys()].map((column) => [column, cellOf(tableRow, column)] as const);
    const own = { ...Object.fromEntries(entries), ...carried.ofRow.get(tableRow) };
    const row = new RowReader<CsvColumn>(line, own, (column) => ({ name: nameOf(column) }), problems);
    const overflow = cells.slice(headerRow.cells.length).some((cell) => cell.trim() !== '');
    if (overflow) {
      problems.push({
        path: `line ${line}`,
        code: 'ROW_INVALID',
        message: `Line ${line} has ${cells.length} values for ${headerRow.cells.length} columns; a value with the separator in it has to be quoted.`,
      });
    }
    if (row.lacks('planogram_code')) continue;
    const name = row.text('planogram_code');
    if (name === null) continue;
    const key = row.text('version');
    const id = JSON.stringify([name, key]);
    const group = groups.get(id) ?? { name, key, line, rows: [] };
    groups.set(id, group);
    group.rows.push(row);
  }
  // The planogram of such rows is unknown, so no planogram of the file is valid.
  if (problems.length > 0) return { problems };
  const leftOut = leftOutKinds.flatMap((kind) => noteLeftOut(kind, rowsOf(kind)) ?? []);
  const all = [...notes, ...noteTitles(table.slice(0, headerIndex)), ...header.notes, ...leftOut];
  return {
    file: {
      header,
      groups: [...groups.values()],
      problems,
      notes: [...all, ...noteCarried(carried, nameOf)],
    },
  };
}

function noteTitles(titles: readonly TableRow[]): string[] {
  const [first, ...others] = titles;
  if (first === undefined) return [];
  const lines = others.length === 0 ? `Line ${first.line}` : `Lines ${first.line} to ${others.at(-1)?.line}`;
  return [`${lines} above the header: left out.`];
}

const nothingPlanned: Problem = {
  path: wholeFile,
  code: 'NOTHING_PLANNED',
  message: 'The file has a header and no rows: nothing is planned.',
};

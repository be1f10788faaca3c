import type { ListedPlanogram } from '../choose-planogram.ts';
import type { ParseOptions } from '../planogram-format.ts';
import { type Problem, wholeFile } from '../problem.ts';
import type { TableRow } from '../text/read-table.ts';
import { RowReader } from '../text/row-reader.ts';
import { type CsvColumn, officialName } from './columns.ts';
import { type CsvHeader, readHeader } from './read-header.ts';

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
  const [first, ...rows] = table;
  if (first === undefined) return { problems: [nothingPlanned] };
  const header = readHeader(first);
  if (header.problems.length > 0) return { problems: header.problems };
  if (rows.length === 0) return { problems: [nothingPlanned] };

  const problems: Problem[] = [];
  const names = (column: CsvColumn) => ({
    name: header.columns.get(column)?.name ?? officialName(column),
  });
  const groups = new Map<string, CsvGroup>();
  for (const { line, cells } of rows) {
    const entries = [...header.columns].map(([column, { index }]) => [column, cells[index] ?? ''] as const);
    const row = new RowReader(line, Object.fromEntries(entries), names, problems);
    const overflow = cells.slice(first.cells.length).some((cell) => cell !== '');
    if (overflow) {
      problems.push({
        path: `line ${line}`,
        code: 'ROW_INVALID',
        message: `Line ${line} has ${cells.length} values for ${first.cells.length} columns; a value with the separator in it has to be quoted.`,
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
  return { file: { header, groups: [...groups.values()], problems, notes: [...notes, ...header.notes] } };
}

const nothingPlanned: Problem = {
  path: wholeFile,
  code: 'NOTHING_PLANNED',
  message: 'The file has a header and no rows: nothing is planned.',
};

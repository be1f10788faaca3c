import type { MasterDataErrorRow, MasterDataKind } from '@gondola/db';
import { masterKinds } from '../kinds/master-kinds.ts';
import type { ReadRow } from '../tables/column.ts';
import { type MatchedHeader, matchHeader } from '../tables/match-header.ts';
import { type CellRow, RowUnreadable, readCsvRows } from '../tables/read-csv-rows.ts';
import { readRow } from '../tables/read-row.ts';

/** Why no row of a file is read. */
export type FileProblem =
  | { problem: 'FILE_EMPTY' | 'TEXT_INVALID' | 'WORKBOOK_UNSUPPORTED' }
  | { problem: 'COLUMN_MISSING' | 'COLUMN_REPEATED'; column: string }
  | { problem: 'ROW_INVALID'; line: number }
  | { problem: 'TOO_MANY_ROWS'; maxRows: number };

export interface OpenFile {
  rows: AsyncIterable<ReadRow | MasterDataErrorRow>;
  /** Names of columns that are not used. */
  unusedColumns: string[];
}

/** Rows of one file: larger tables come in several files, since a file deletes nothing. */
export const maxRows = 200_000;

/** Opens a file of separated values. It is read to its end first, so that a broken file writes nothing. */
export async function openFile(
  kind: MasterDataKind,
  content: string | Uint8Array,
): Promise<OpenFile | FileProblem> {
  if (typeof content !== 'string' && content[0] === 0x50 && content[1] === 0x4b)
    return { problem: 'WORKBOOK_UNSUPPORTED' };
  const names = masterKinds[kind].columns.flatMap((column) => column.names);
  const first = readCsvRows(content, names);
  const again = readCsvRows(content, names);
  if (first === null || again === null) return { problem: 'TEXT_INVALID' };
  const header = await check(kind, first);
  if ('problem' in header) return header;
  return { rows: readRows(kind, again, header), unusedColumns: header.unused };
}

async function check(
  kind: MasterDataKind,
  rows: AsyncIterable<CellRow>,
): Promise<MatchedHeader | FileProblem> {
  const { columns, key, keyDefaults = {} } = masterKinds[kind];
  const required = key.filter((field) => !(field in keyDefaults));
  let header: MatchedHeader | null = null;
  let count = -1;
  try {
    for await (const { cells } of rows) {
      count += 1;
      if (count > maxRows) return { problem: 'TOO_MANY_ROWS', maxRows };
      if (header !== null) continue;
      const matched = matchHeader(cells, columns, required);
      if ('problem' in matched) return matched;
      header = matched;
    }
  } catch (error) {
    if (error instanceof RowUnreadable) return { problem: 'ROW_INVALID', line: error.line };
    throw error;
  }
  return header ?? { problem: 'FILE_EMPTY' };
}

async function* readRows(
  kind: MasterDataKind,
  rows: AsyncIterable<CellRow>,
  { columns }: MatchedHeader,
): AsyncGenerator<ReadRow | MasterDataErrorRow> {
  const { key, keyDefaults = {} } = masterKinds[kind];
  const required = key.filter((field) => !(field in keyDefaults));
  let isHeader = true;
  for await (const { line, cells } of rows) {
    if (!isHeader) yield readRow(line, cells, columns, required);
    isHeader = false;
  }
}

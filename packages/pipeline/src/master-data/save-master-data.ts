import type { Database, MasterDataKind } from '@gondola/db';
import type { Actor } from '../audit/actor.ts';
import { masterKinds } from './kinds/master-kinds.ts';
import type { ImportReport } from './run/import-report.ts';
import { closeImport, openImport } from './run/record-import.ts';
import { type RowOutcome, workRows } from './run/work-rows.ts';
import type { Column } from './tables/column.ts';
import { readRow } from './tables/read-row.ts';

/** A row by the names of the documented columns. An absent value changes nothing. */
export type GivenRow = Readonly<Record<string, string | number | null | undefined>>;

/** Saves rows that an integration hands in, and returns the outcome of each in their order. Rows are numbered from 1. */
export async function saveMasterData(
  db: Database,
  actor: Actor,
  { kind, rows }: { kind: MasterDataKind; rows: readonly GivenRow[] },
): Promise<ImportReport & { importId: string; outcomes: RowOutcome[] }> {
  const outcomes: RowOutcome[] = [];
  const importId = await openImport(db, actor, { kind, source: 'API', fileName: null, sourceSha256: null });
  const report = await workRows(db, {
    kind,
    rows: readGiven(kind, rows),
    write: { actor, importId },
    onOutcomes: (chunk) => outcomes.push(...chunk),
  });
  await closeImport(db, importId, report);
  return { ...report, importId, outcomes };
}

function readGiven(kind: MasterDataKind, rows: readonly GivenRow[]) {
  const { columns, key, keyDefaults = {} } = masterKinds[kind];
  const own = columns.filter(({ field, names }) => field === names[0]);
  const required = key.filter((field) => !(field in keyDefaults));
  return rows.map((row, index) => readRow(index + 1, cellsOf(row, own), own, required));
}

const cellsOf = (row: GivenRow, columns: readonly Column[]): string[] =>
  columns.map(({ field }) => String(row[field] ?? ''));

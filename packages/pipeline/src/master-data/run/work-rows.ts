import type { Database, MasterDataErrorRow, MasterDataKind, Transaction } from '@gondola/db';
import { sql } from 'drizzle-orm';
import type { Actor } from '../../audit/actor.ts';
import { recordAudit } from '../../audit/record-audit.ts';
import type { MasterKind } from '../kinds/master-kind.ts';
import { masterKinds } from '../kinds/master-kinds.ts';
import type { PlannedRow } from '../plan/plan-rows.ts';
import type { ReadRow } from '../tables/column.ts';
import { rowError } from '../tables/read-row.ts';
import { addToReport, type ImportReport, newReport } from './import-report.ts';

export type RowOutcome = PlannedRow | MasterDataErrorRow;

export interface RowWork {
  kind: MasterDataKind;
  rows: AsyncIterable<ReadRow | MasterDataErrorRow> | Iterable<ReadRow | MasterDataErrorRow>;
  /** Who writes, and the report that the writes belong to; null: nothing is written. */
  write: { actor: Actor; importId: string } | null;
  /** Called with the outcomes of each chunk, in the order of the rows. */
  onOutcomes?: (outcomes: readonly RowOutcome[]) => void;
}

/** Rows of one transaction: some hundred milliseconds of locks, and a few megabytes of memory. */
const rowsPerChunk = 2_000;

/** Compares rows with the database chunk by chunk and writes the differences. Rows in error hold up no others. */
export async function workRows(
  db: Database,
  { kind, rows, write, onOutcomes }: RowWork,
): Promise<ImportReport> {
  const { key } = masterKinds[kind];
  const report = newReport();
  const seen = new Set<string>();
  let chunk: (ReadRow | MasterDataErrorRow)[] = [];
  const work = async () => {
    const outcomes = await workChunk(db, kind, chunk, write);
    addToReport(report, outcomes, key);
    onOutcomes?.(outcomes);
    chunk = [];
  };
  for await (const row of rows) {
    chunk.push(firstOfItsKey(row, masterKinds[kind], seen));
    if (chunk.length === rowsPerChunk) await work();
  }
  if (chunk.length > 0) await work();
  return report;
}

/** Fills empty fields of the key, and returns an error for a row whose key stands in an earlier row. */
function firstOfItsKey(
  row: ReadRow | MasterDataErrorRow,
  { key, keyDefaults = {} }: MasterKind,
  seen: Set<string>,
): ReadRow | MasterDataErrorRow {
  if ('code' in row) return row;
  const keyValues = key.map((field) => row.values[field] ?? keyDefaults[field] ?? null);
  const text = JSON.stringify(keyValues);
  if (seen.has(text)) return rowError(row.line, 'KEY_REPEATED', key.join(', '), keyValues.join(' · '));
  seen.add(text);
  const filled = Object.fromEntries(key.map((field, index) => [field, keyValues[index] ?? null]));
  return { line: row.line, values: { ...row.values, ...filled } };
}

async function workChunk(
  db: Database,
  kind: MasterDataKind,
  chunk: readonly (ReadRow | MasterDataErrorRow)[],
  write: RowWork['write'],
): Promise<RowOutcome[]> {
  const readable = chunk.flatMap((row) => ('code' in row ? [] : [row]));
  const planned = await db.transaction(async (tx) => {
    if (readable.length === 0) return [];
    // One import of a kind at a time, so that what was compared is still true when it is written.
    if (write)
      await tx.execute(sql`select pg_advisory_xact_lock(hashtext('master-data'), hashtext(${kind}))`);
    const outcomes = await masterKinds[kind].plan(tx, readable);
    if (write) await save(tx, kind, outcomes, write);
    return outcomes;
  });
  const byLine = new Map(planned.map((outcome) => [outcome.line, outcome]));
  return chunk.map((row) => ('code' in row ? row : outcomeOf(byLine, row.line)));
}

async function save(
  tx: Transaction,
  kind: MasterDataKind,
  outcomes: readonly RowOutcome[],
  { actor, importId }: NonNullable<RowWork['write']>,
): Promise<void> {
  const wanted = outcomes.flatMap((row) => ('code' in row || row.outcome === 'UNCHANGED' ? [] : [row]));
  if (wanted.length === 0) return;
  await masterKinds[kind].save(tx, wanted, actor);
  const created = wanted.filter(({ outcome }) => outcome === 'CREATED').length;
  await recordAudit(tx, actor, {
    action: 'masterDataSave',
    object: `master-data-import:${importId}`,
    facts: { kind, created, changed: wanted.length - created },
  });
}

function outcomeOf(byLine: ReadonlyMap<number, RowOutcome>, line: number): RowOutcome {
  const outcome = byLine.get(line);
  if (outcome === undefined) throw new Error(`invariant: line ${line} has no outcome`);
  return outcome;
}

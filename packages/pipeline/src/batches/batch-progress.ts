import { type Database, type ItemState, itemStates } from '@gondola/db';
import { sql } from 'drizzle-orm';

export interface BatchProgress {
  counts: Record<ItemState, number>;
  /** The number of items that have ended, in any way. */
  ended: number;
  /** Ended items per second over the last minute; null while none ended. */
  ratePerSecond: number | null;
  /** Remaining time at that rate; null when the rate is unknown, 0 when no item is left. */
  remainingSeconds: number | null;
}

const windowSeconds = 60;

/** Reads the progress of batches, by batch id, from the present states of their items. */
export async function readProgress(
  db: Database,
  batchIds: readonly string[],
): Promise<Map<string, BatchProgress>> {
  if (batchIds.length === 0) return new Map();
  const { rows } = await db.execute<{
    batch_id: string;
    state: ItemState;
    n: number;
    recent: number;
    span: number | null;
  }>(sql`
    select i.batch_id, i.state, count(*)::int as n,
      count(*) filter (where i.ended_at > now() - make_interval(secs => ${windowSeconds}))::int as recent,
      extract(epoch from now() - greatest(min(b.started_at), now() - make_interval(secs => ${windowSeconds})))::float8 as span
    from reprocess_item i join reprocess_batch b on b.id = i.batch_id
    where i.batch_id in (${sql.join(
      batchIds.map((id) => sql`${id}::uuid`),
      sql`, `,
    )})
    group by i.batch_id, i.state`);
  const byBatch = Map.groupBy(rows, (row) => row.batch_id);
  return new Map(batchIds.map((id) => [id, progressOf(byBatch.get(id) ?? [])]));
}

function progressOf(
  rows: { state: ItemState; n: number; recent: number; span: number | null }[],
): BatchProgress {
  const none = Object.fromEntries(itemStates.map((state) => [state, 0])) as Record<ItemState, number>;
  const counts = { ...none, ...Object.fromEntries(rows.map(({ state, n }) => [state, n])) };
  const left = counts.WAITING + counts.MOVED;
  const recent = rows.reduce((sum, row) => sum + row.recent, 0);
  const span = Math.max(1, ...rows.map((row) => row.span ?? 0));
  const ratePerSecond = recent > 0 ? recent / span : null;
  return {
    counts,
    ended: rows.reduce((sum, { n }) => sum + n, 0) - left,
    ratePerSecond,
    remainingSeconds: left === 0 ? 0 : ratePerSecond === null ? null : left / ratePerSecond,
  };
}

export interface FailureGroup {
  state: ItemState;
  failure: string;
  /** One message of this group. */
  message: string;
  count: number;
}

/** Reads why items failed, were skipped or are outdated, most frequent first. */
export async function readFailures(db: Database, batchId: string): Promise<FailureGroup[]> {
  const { rows } = await db.execute<{ state: ItemState; failure: string; message: string; n: number }>(sql`
    select state, failure, min(message) as message, count(*)::int as n
    from reprocess_item where batch_id = ${batchId} and failure is not null
    group by state, failure order by n desc, failure`);
  return rows.map(({ n, ...row }) => ({ ...row, message: row.message ?? row.failure, count: n }));
}

import type { Database, ProblemRow, Transaction } from '@gondola/db';
import { sql } from 'drizzle-orm';

export interface RecheckResult {
  id: string;
  patchId: string | null;
  remaining: readonly ProblemRow[];
}

/**
 * Saves the results of one chunk in one statement. A dead letter that was resolved meanwhile does not change. Returns
 * the number of dead letters that were still open.
 */
export async function saveRecheckResults(
  db: Database | Transaction,
  marks: readonly RecheckResult[],
): Promise<number> {
  if (marks.length === 0) return 0;
  const rows = JSON.stringify(
    marks.map(({ id, patchId, remaining }) => ({ id, patch_id: patchId, remaining })),
  );
  const { rowCount } = await db.execute(sql`
    update dead_letter as target
    set payload_patch_id = mark.patch_id, remaining_problems = mark.remaining, rechecked_at = now()
    from jsonb_to_recordset(${rows}::jsonb) as mark(id uuid, patch_id uuid, remaining jsonb)
    where target.id = mark.id and target.resolved_at is null`);
  return rowCount ?? 0;
}

import type { Database, ProblemRow, Transaction } from '@gondola/db';
import { sql } from 'drizzle-orm';

export interface LetterMark {
  id: string;
  patchId: string | null;
  remaining: readonly ProblemRow[];
}

/**
 * Writes down what the gate said of one chunk, in one statement. Compare-and-set: a letter that was resolved meanwhile stays
 * as it is. Answers how many were still open.
 */
export async function markLetters(db: Database | Transaction, marks: readonly LetterMark[]): Promise<number> {
  if (marks.length === 0) return 0;
  const rows = JSON.stringify(
    marks.map(({ id, patchId, remaining }) => ({ id, patch_id: patchId, remaining })),
  );
  const { rowCount } = await db.execute(sql`
    update dead_letter as letter
    set payload_patch_id = mark.patch_id, remaining_problems = mark.remaining, rechecked_at = now()
    from jsonb_to_recordset(${rows}::jsonb) as mark(id uuid, patch_id uuid, remaining jsonb)
    where letter.id = mark.id and letter.resolved_at is null`);
  return rowCount ?? 0;
}

import type { Transaction } from '@gondola/db';
import { sql } from 'drizzle-orm';
import { v7 } from 'uuid';

export interface NewAssignment {
  bayId: string;
  versionId: string;
  /** The planned activation; null for a person's decision with immediate effect. */
  activationId: string | null;
}

/** Closes assignments and opens others. The caller has locked the bays and the open assignments; each bay is named once. */
export async function replaceAssignments(
  tx: Transaction,
  {
    closing,
    opening,
    actor,
  }: { closing: readonly string[]; opening: readonly NewAssignment[]; actor: string },
): Promise<void> {
  if (opening.length === 0) return;
  // Read after locking: the transaction's own `now()` may precede the activation that it waited for.
  const { rows } = await tx.execute<{ at: string }>(sql`select clock_timestamp()::text as at`);
  const at = sql`${rows[0]?.at}::timestamptz`;
  if (closing.length > 0)
    await tx.execute(sql`
      update planogram_assignment set deactivated_at = ${at} where id = any (${sql.param([...closing])}::uuid[])`);
  const values = JSON.stringify(opening.map((assignment) => ({ ...assignment, id: v7() })));
  await tx.execute(sql`
    insert into planogram_assignment (id, bay_id, version_id, activated_at, activated_by, activation_id)
    select r.id, r."bayId", r."versionId", ${at}, ${actor}, r."activationId"
    from jsonb_to_recordset(${values}::jsonb) as r(id uuid, "bayId" uuid, "versionId" uuid, "activationId" uuid)`);
}

import { auditLog, type Transaction, waiver } from '@gondola/db';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { countAffected, type WaiverRow } from './create-waiver.ts';

/**
 * The position counts in full again. Null when there is no such waiver; one that is revoked already stays as it is.
 * Scores that stand are not changed: the answer says how many captures a batch would score otherwise.
 */
export async function revokeWaiver(
  tx: Transaction,
  { id, actor, facts }: { id: string; actor: string; facts: Record<string, unknown> },
): Promise<{ waiver: WaiverRow; capturesAffected: number } | null> {
  const [revoked] = await tx
    .update(waiver)
    .set({ revokedAt: sql`now()`, revokedBy: actor })
    .where(and(eq(waiver.id, id), isNull(waiver.revokedAt)))
    .returning();
  if (revoked) {
    await tx.insert(auditLog).values({ actor, action: 'waiverRevoke', object: `waiver:${id}`, facts });
    return { waiver: revoked, capturesAffected: await countAffected(tx, revoked) };
  }
  const [row] = await tx.select().from(waiver).where(eq(waiver.id, id));
  return row ? { waiver: row, capturesAffected: 0 } : null;
}

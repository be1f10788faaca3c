import { auditLog, silentDrift, type Transaction } from '@gondola/db';
import { and, eq, isNull, sql } from 'drizzle-orm';

/**
 * A person says that a bay does follow the version it is scored against: the open items of the group end, and it is
 * written into the audit log. Answers how many; 0 when there is no such group any more.
 */
export async function dismissSilentDrift(
  tx: Transaction,
  group: { bayId: string; pinnedVersionId: string; betterVersionId: string },
  { actor, reason, facts }: { actor: string; reason: string; facts: Record<string, unknown> },
): Promise<number> {
  const ended = await tx
    .update(silentDrift)
    .set({ endedAt: sql`now()`, endedBy: actor, ending: 'DISMISSED' })
    .where(
      and(
        eq(silentDrift.bayId, group.bayId),
        eq(silentDrift.pinnedVersionId, group.pinnedVersionId),
        eq(silentDrift.betterVersionId, group.betterVersionId),
        isNull(silentDrift.endedAt),
      ),
    )
    .returning({ id: silentDrift.id });
  if (ended.length > 0)
    await tx.insert(auditLog).values({
      actor,
      action: 'silentDriftDismiss',
      object: `bay:${group.bayId}`,
      facts: { ...facts, ...group, reason, dismissed: ended.length },
    });
  return ended.length;
}

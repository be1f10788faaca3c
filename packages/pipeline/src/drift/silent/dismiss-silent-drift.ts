import { type Database, silentDrift } from '@gondola/db';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Actor } from '../../audit/actor.ts';
import { recordAudit } from '../../audit/record-audit.ts';

export interface SilentDriftDismissal {
  bayId: string;
  pinnedVersionId: string;
  betterVersionId: string;
  reason: string;
}

/**
 * Ends the open silent drift of a group, for a person who states that the bay follows its pinned version. Refuses a
 * group without open items.
 */
export const dismissSilentDrift = (
  db: Database,
  actor: Actor,
  { reason, ...group }: SilentDriftDismissal,
): Promise<{ dismissed: number } | { problem: 'NOTHING_TO_DISMISS' }> =>
  db.transaction(async (tx) => {
    const ended = await tx
      .update(silentDrift)
      .set({ endedAt: sql`now()`, endedBy: actor.name, ending: 'DISMISSED' })
      .where(
        and(
          eq(silentDrift.bayId, group.bayId),
          eq(silentDrift.pinnedVersionId, group.pinnedVersionId),
          eq(silentDrift.betterVersionId, group.betterVersionId),
          isNull(silentDrift.endedAt),
        ),
      )
      .returning({ id: silentDrift.id });
    const dismissed = ended.length;
    if (dismissed === 0) return { problem: 'NOTHING_TO_DISMISS' as const };
    await recordAudit(tx, actor, {
      action: 'silentDriftDismiss',
      object: `bay:${group.bayId}`,
      facts: { ...group, reason, dismissed },
    });
    return { dismissed };
  });

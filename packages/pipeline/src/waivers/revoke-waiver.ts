import { type Database, waiver } from '@gondola/db';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Actor } from '../audit/actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { countAffected, type WaiverRow } from './create-waiver.ts';

export type WaiverRevocation =
  | { waiver: WaiverRow; capturesAffected: number }
  | { problem: 'WAIVER_UNKNOWN' };

/**
 * Revokes a waiver: the position counts in full again. Revoking it again changes nothing. Existing scores stay:
 * `capturesAffected` is the number of captures that a batch would score differently.
 */
export const revokeWaiver = (db: Database, actor: Actor, id: string): Promise<WaiverRevocation> =>
  db.transaction(async (tx): Promise<WaiverRevocation> => {
    const [revoked] = await tx
      .update(waiver)
      .set({ revokedAt: sql`now()`, revokedBy: actor.name })
      .where(and(eq(waiver.id, id), isNull(waiver.revokedAt)))
      .returning();
    if (revoked) {
      await recordAudit(tx, actor, { action: 'waiverRevoke', object: `waiver:${id}`, facts: {} });
      return { waiver: revoked, capturesAffected: await countAffected(tx, revoked) };
    }
    const [row] = await tx.select().from(waiver).where(eq(waiver.id, id));
    return row ? { waiver: row, capturesAffected: 0 } : { problem: 'WAIVER_UNKNOWN' };
  });

import { alert, type Database } from '@gondola/db';
import { eq, type SQL } from 'drizzle-orm';
import type { PgUpdateSetSource } from 'drizzle-orm/pg-core';
import type { Actor } from '../audit/actor.ts';
import { recordAudit } from '../audit/record-audit.ts';

export type MarkedAlert = { alert: typeof alert.$inferSelect } | { problem: 'ALERT_UNKNOWN' };

/** Updates an alert if it meets the condition, with an audit entry for the update. Returns the alert afterwards. */
export const markAlert = (
  db: Database,
  actor: Actor,
  mark: { id: string; action: string; set: PgUpdateSetSource<typeof alert>; where: SQL | undefined },
): Promise<MarkedAlert> =>
  db.transaction(async (tx): Promise<MarkedAlert> => {
    const { id, action, set, where } = mark;
    const [marked] = await tx.update(alert).set(set).where(where).returning({ id: alert.id });
    const [row] = await tx.select().from(alert).where(eq(alert.id, id));
    if (!row) return { problem: 'ALERT_UNKNOWN' };
    const { rule, subject } = row;
    if (marked) await recordAudit(tx, actor, { action, object: `alert:${id}`, facts: { rule, subject } });
    return { alert: row };
  });

import { alert, type Database } from '@gondola/db';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Actor } from '../audit/actor.ts';
import { type MarkedAlert, markAlert } from './mark-alert.ts';

/** Records that a person works on an alert, which stays open. An acknowledged or closed alert does not change. */
export const acknowledgeAlert = (db: Database, actor: Actor, id: string): Promise<MarkedAlert> =>
  markAlert(db, actor, {
    id,
    action: 'alertAcknowledge',
    set: { acknowledgedAt: sql`now()`, acknowledgedBy: actor.name },
    where: and(eq(alert.id, id), isNull(alert.acknowledgedAt), isNull(alert.closedAt)),
  });

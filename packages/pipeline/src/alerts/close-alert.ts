import { alert, type Database } from '@gondola/db';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Actor } from '../audit/actor.ts';
import { type MarkedAlert, markAlert } from './mark-alert.ts';

/** Closes an alert: a new occurrence opens a new alert. A closed alert does not change. */
export const closeAlert = (db: Database, actor: Actor, id: string): Promise<MarkedAlert> =>
  markAlert(db, actor, {
    id,
    action: 'alertClose',
    set: { closedAt: sql`now()`, closedBy: actor.name },
    where: and(eq(alert.id, id), isNull(alert.closedAt)),
  });

import { type AlertRule, alert, type Database, store } from '@gondola/db';
import { and, eq, inArray, isNotNull, isNull, type SQL } from 'drizzle-orm';
import { newestFirst } from '../graphql/paging/newest-first.ts';
import type { PagedList } from '../graphql/paging/read-page.ts';

export interface AlertFilter {
  open?: boolean | null | undefined;
  rule?: AlertRule | null | undefined;
  storeCode?: string | null | undefined;
}

export type AlertRow = typeof alert.$inferSelect;

/** Reads alerts, newest first. */
export const listAlerts = (db: Database, filter: AlertFilter): PagedList<AlertRow> =>
  newestFirst({ instant: alert.createdAt, id: alert.id }, ({ micros, where, orderBy, limit }) =>
    db
      .select({ row: alert, micros })
      .from(alert)
      .where(and(matching(db, filter), where))
      .orderBy(...orderBy)
      .limit(limit),
  );

export const countAlerts = (db: Database, filter: AlertFilter): Promise<number> =>
  db.$count(alert, matching(db, filter));

const matching = (db: Database, { open, rule, storeCode }: AlertFilter): SQL | undefined =>
  and(
    open === true ? isNull(alert.closedAt) : undefined,
    open === false ? isNotNull(alert.closedAt) : undefined,
    rule ? eq(alert.rule, rule) : undefined,
    storeCode
      ? inArray(alert.storeId, db.select({ id: store.id }).from(store).where(eq(store.code, storeCode)))
      : undefined,
  );

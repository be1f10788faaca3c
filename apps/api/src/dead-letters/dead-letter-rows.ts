import { type Database, type DeadLetterReason, type DeadLetterStage, deadLetter, store } from '@gondola/db';
import { and, count, desc, eq, inArray, isNotNull, isNull, max, type SQL, sql } from 'drizzle-orm';
import { newestFirst } from '../graphql/paging/newest-first.ts';
import type { PagedList } from '../graphql/paging/read-page.ts';

export interface DeadLetterFilter {
  reason?: DeadLetterReason | null | undefined;
  stage?: DeadLetterStage | null | undefined;
  storeCode?: string | null | undefined;
  firmware?: string | null | undefined;
  cameraModel?: string | null | undefined;
  /** True: only resolved dead letters; otherwise only open ones. */
  resolved?: boolean | null | undefined;
}

export type DeadLetterRow = typeof deadLetter.$inferSelect;

/** Reads dead letters, newest first. */
export const listDeadLetters = (db: Database, filter: DeadLetterFilter): PagedList<DeadLetterRow> =>
  newestFirst({ instant: deadLetter.createdAt, id: deadLetter.id }, ({ micros, where, orderBy, limit }) =>
    db
      .select({ row: deadLetter, micros })
      .from(deadLetter)
      .where(and(matching(db, filter), where))
      .orderBy(...orderBy)
      .limit(limit),
  );

export const countDeadLetters = (db: Database, filter: DeadLetterFilter): Promise<number> =>
  db.$count(deadLetter, matching(db, filter));

export interface DeadLetterReasonCount {
  reason: DeadLetterReason;
  stage: DeadLetterStage;
  count: number;
  newest: Date;
}

/** Counts dead letters by reason and stage, the most frequent first. */
export const countDeadLetterReasons = (
  db: Database,
  filter: DeadLetterFilter,
): Promise<DeadLetterReasonCount[]> =>
  db
    .select({
      reason: deadLetter.reason,
      stage: deadLetter.stage,
      count: count(),
      newest: sql<Date>`${max(deadLetter.createdAt)}`.mapWith(deadLetter.createdAt),
    })
    .from(deadLetter)
    .where(matching(db, filter))
    .groupBy(deadLetter.reason, deadLetter.stage)
    .orderBy(desc(count()), deadLetter.reason, deadLetter.stage);

const matching = (
  db: Database,
  { reason, stage, storeCode, firmware, cameraModel, resolved }: DeadLetterFilter,
): SQL | undefined =>
  and(
    firmware ? eq(deadLetter.firmware, firmware) : undefined,
    cameraModel ? sql`lower(${deadLetter.cameraModel}) = lower(${cameraModel}::text)` : undefined,
    resolved === true ? isNotNull(deadLetter.resolvedAt) : isNull(deadLetter.resolvedAt),
    reason ? eq(deadLetter.reason, reason) : undefined,
    stage ? eq(deadLetter.stage, stage) : undefined,
    storeCode
      ? inArray(deadLetter.storeId, db.select({ id: store.id }).from(store).where(eq(store.code, storeCode)))
      : undefined,
  );

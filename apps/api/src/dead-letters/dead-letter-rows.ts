import { type Database, deadLetter, payloadPatch, store } from '@gondola/db';
import { and, count, desc, eq, inArray, isNull, max, type SQL, sql } from 'drizzle-orm';
import { newestFirst } from './newest-first.ts';
import type { PagedList } from './read-page.ts';

export interface DeadLetterFilter {
  reason?: string | null | undefined;
  stage?: string | null | undefined;
  storeCode?: string | null | undefined;
}

export type DeadLetterRow = typeof deadLetter.$inferSelect;

export type PayloadPatchRow = typeof payloadPatch.$inferSelect;

/** Patches by id, in no order. */
export const loadPayloadPatches = (db: Database, ids: string[]): Promise<PayloadPatchRow[]> =>
  db.select().from(payloadPatch).where(inArray(payloadPatch.id, ids));

/** Dead letters, newest first. */
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
  reason: string;
  stage: string;
  count: number;
  newest: Date;
}

/** The open dead letters by reason and stage, the most frequent first. */
export const countDeadLetterReasons = (db: Database): Promise<DeadLetterReasonCount[]> =>
  db
    .select({
      reason: deadLetter.reason,
      stage: deadLetter.stage,
      count: count(),
      newest: sql<Date>`${max(deadLetter.createdAt)}`.mapWith(deadLetter.createdAt),
    })
    .from(deadLetter)
    .where(isNull(deadLetter.resolvedAt))
    .groupBy(deadLetter.reason, deadLetter.stage)
    .orderBy(desc(count()), deadLetter.reason, deadLetter.stage);

/** Words that are no reason or stage match nothing: the columns are plain text. */
const matching = (db: Database, { reason, stage, storeCode }: DeadLetterFilter): SQL | undefined =>
  and(
    reason ? sql`${deadLetter.reason} = ${reason}` : undefined,
    stage ? sql`${deadLetter.stage} = ${stage}` : undefined,
    storeCode
      ? inArray(deadLetter.storeId, db.select({ id: store.id }).from(store).where(eq(store.code, storeCode)))
      : undefined,
  );

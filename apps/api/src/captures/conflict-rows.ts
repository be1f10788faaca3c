import { capture, captureConflict, type Database, store } from '@gondola/db';
import { and, eq, exists, type SQL, sql } from 'drizzle-orm';
import { isDecided } from '../graphql/nodes/loaders/conflict-loaders.ts';
import { newestFirst } from '../graphql/paging/newest-first.ts';
import type { PagedList } from '../graphql/paging/read-page.ts';

export interface ConflictFilter {
  storeCode?: string | null | undefined;
}

export type ConflictRow = typeof captureConflict.$inferSelect;

/** Reads conflicts of all captures, newest first. */
export const listConflicts = (db: Database, filter: ConflictFilter): PagedList<ConflictRow> =>
  newestFirst(
    { instant: captureConflict.createdAt, id: captureConflict.id },
    ({ micros, where, orderBy, limit }) =>
      db
        .select({ row: captureConflict, micros })
        .from(captureConflict)
        .where(and(matching(db, filter), where))
        .orderBy(...orderBy)
        .limit(limit),
  );

export const countConflicts = (db: Database, filter: ConflictFilter): Promise<number> =>
  db.$count(captureConflict, matching(db, filter));

const matching = (db: Database, filter: ConflictFilter): SQL | undefined =>
  and(isDecided(), ofStore(db, filter));

const ofStore = (db: Database, { storeCode }: ConflictFilter): SQL | undefined =>
  storeCode
    ? exists(
        db
          .select({ one: sql`1` })
          .from(capture)
          .innerJoin(store, eq(store.id, capture.storeId))
          .where(and(eq(capture.id, captureConflict.captureId), eq(store.code, storeCode))),
      )
    : undefined;

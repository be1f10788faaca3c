import {
  bay,
  type CaptureState,
  capture,
  type Database,
  planogramVersion,
  positionVerdict,
  store,
  type Verdict,
} from '@gondola/db';
import { canonicalAisle } from '@gondola/pipeline/intake';
import { and, eq, exists, gt, gte, inArray, isNull, lt, or, type SQL } from 'drizzle-orm';
import { newestFirst } from './newest-first.ts';
import type { PagedList } from './read-page.ts';

export interface CaptureFilter {
  states?: readonly CaptureState[] | null | undefined;
  storeCode?: string | null | undefined;
  aisle?: string | null | undefined;
  planogramVersion?: string | null | undefined;
  scoreBelow?: number | null | undefined;
  scoreAtLeast?: number | null | undefined;
  verdict?: Verdict | null | undefined;
  takenAfter?: Date | null | undefined;
  takenBefore?: Date | null | undefined;
}

export type CaptureRow = typeof capture.$inferSelect;

/** Captures, newest received first. `storeId` limits the list to one store; null is all stores. */
export const listCaptures = (
  db: Database,
  filter: CaptureFilter,
  storeId: string | null,
): PagedList<CaptureRow> =>
  newestFirst({ instant: capture.receivedAt, id: capture.id }, ({ micros, where, orderBy, limit }) =>
    db
      .select({ row: capture, micros })
      .from(capture)
      .where(and(matching(db, filter, storeId), where))
      .orderBy(...orderBy)
      .limit(limit),
  );

export const countCaptures = (db: Database, filter: CaptureFilter, storeId: string | null): Promise<number> =>
  db.$count(capture, matching(db, filter, storeId));

function matching(db: Database, filter: CaptureFilter, storeId: string | null): SQL | undefined {
  const { states, storeCode, aisle, scoreBelow, scoreAtLeast, verdict, takenAfter, takenBefore } = filter;
  return and(
    storeId === null ? undefined : eq(capture.storeId, storeId),
    states ? inArray(capture.state, [...states]) : undefined,
    storeCode
      ? inArray(capture.storeId, db.select({ id: store.id }).from(store).where(eq(store.code, storeCode)))
      : undefined,
    aisle
      ? inArray(
          capture.bayId,
          db
            .select({ id: bay.id })
            .from(bay)
            .where(eq(bay.aisle, canonicalAisle(aisle))),
        )
      : undefined,
    filter.planogramVersion ? ofVersion(db, filter.planogramVersion) : undefined,
    typeof scoreBelow === 'number' ? lt(capture.score, scoreBelow) : undefined,
    typeof scoreAtLeast === 'number' ? gte(capture.score, scoreAtLeast) : undefined,
    verdict ? withVerdict(db, verdict) : undefined,
    takenAfter ? gt(capture.takenAt, takenAfter) : undefined,
    takenBefore ? lt(capture.takenAt, takenBefore) : undefined,
  );
}

/** The version a capture is scored against; until one is chosen, the version it is tagged with. */
const ofVersion = (db: Database, label: string): SQL | undefined =>
  or(
    inArray(
      capture.pinnedVersionId,
      db.select({ id: planogramVersion.id }).from(planogramVersion).where(eq(planogramVersion.label, label)),
    ),
    and(isNull(capture.pinnedVersionId), eq(capture.taggedVersion, label)),
  );

const withVerdict = (db: Database, verdict: Verdict): SQL =>
  exists(
    db
      .select({ id: positionVerdict.id })
      .from(positionVerdict)
      .where(and(eq(positionVerdict.scoreId, capture.currentScoreId), eq(positionVerdict.verdict, verdict))),
  );

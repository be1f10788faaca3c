import { bay, capture, positionVerdict, score, verdictOverrule, waiver } from '@gondola/db';
import { and, eq, getTableColumns, inArray, sql } from 'drizzle-orm';
import { inStore, type Load } from './limit-rows.ts';

/** A score and what belongs to it have the store of their capture. */

export const loadScores: Load<typeof score.$inferSelect> = (db, ids, storeId) =>
  db
    .select(getTableColumns(score))
    .from(score)
    .innerJoin(capture, eq(capture.id, score.captureId))
    .where(and(inArray(score.id, ids), inStore(capture.storeId, storeId)));

/** A verdict’s id is that of its score and its ordinal, with a colon between them. */
export const loadPositionVerdicts: Load<typeof positionVerdict.$inferSelect> = (db, ids, storeId) => {
  const keys = ids.map((id) => id.split(':'));
  const scoreIds = sql.param(keys.map(([scoreId]) => scoreId));
  const ordinals = sql.param(keys.map(([, ordinal]) => Number(ordinal)));
  const ofStore = db
    .select({ id: score.id })
    .from(score)
    .innerJoin(capture, eq(capture.id, score.captureId))
    .where(inStore(capture.storeId, storeId));
  return db
    .select()
    .from(positionVerdict)
    .where(
      and(
        sql`(${positionVerdict.scoreId}, ${positionVerdict.ordinal}) in
          (select * from unnest(${scoreIds}::uuid[], ${ordinals}::int[]))`,
        storeId === null ? undefined : inArray(positionVerdict.scoreId, ofStore),
      ),
    );
};

export const loadVerdictOverrules: Load<typeof verdictOverrule.$inferSelect> = (db, ids, storeId) =>
  db
    .select(getTableColumns(verdictOverrule))
    .from(verdictOverrule)
    .innerJoin(capture, eq(capture.id, verdictOverrule.captureId))
    .where(and(inArray(verdictOverrule.id, ids), inStore(capture.storeId, storeId)));

/** A waiver has the store of its bay. */
export const loadWaivers: Load<typeof waiver.$inferSelect> = (db, ids, storeId) =>
  db
    .select(getTableColumns(waiver))
    .from(waiver)
    .innerJoin(bay, eq(bay.id, waiver.bayId))
    .where(and(inArray(waiver.id, ids), inStore(bay.storeId, storeId)));

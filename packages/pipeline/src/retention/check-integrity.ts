import { type Database, integrityReport, type Transaction } from '@gondola/db';
import { asc, eq, isNull, sql } from 'drizzle-orm';
import type { ObjectStore } from '../objects/object-store.ts';
import { scheduler } from './announce-expiry.ts';
import { checkObjects } from './check-objects.ts';

export type IntegrityReportRow = typeof integrityReport.$inferSelect;

const checkEveryDays = 7;
/** Of each weekly check; all bytes are then read once in about a year, which is what rotting disks are looked over in. */
const verifyBytesShare = 0.02;

/**
 * Asks for a check of the object store: an unfinished report, which the next round of a worker takes up. One that
 * waits already is answered instead of a second.
 */
export async function requestIntegrityCheck(tx: Transaction, createdBy: string): Promise<IntegrityReportRow> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('integrity-request'), 0)`);
  const [waiting] = await tx.select().from(integrityReport).where(isNull(integrityReport.endedAt)).limit(1);
  if (waiting) return waiting;
  const none = { rows: 0, objects: 0, missing: 0, damaged: 0, orphaned: 0 };
  const [requested] = await tx
    .insert(integrityReport)
    .values({ ...none, samples: { missing: [], damaged: [], orphaned: [] }, createdBy })
    .returning();
  if (!requested) throw new Error('the integrity check was not written');
  return requested;
}

/**
 * Carries out the check that is asked for, or the weekly one when it is due. A check that was cut off is still
 * unfinished, and is done again. Null when there was nothing to do.
 */
export async function keepIntegrity(
  tools: { db: Database; objects: ObjectStore },
  signal?: AbortSignal,
): Promise<IntegrityReportRow | null> {
  const { db } = tools;
  if (await isWeeklyDue(db)) await db.transaction((tx) => requestIntegrityCheck(tx, scheduler));
  const [open] = await db
    .select()
    .from(integrityReport)
    .where(isNull(integrityReport.endedAt))
    .orderBy(asc(integrityReport.createdAt))
    .limit(1);
  if (!open) return null;
  const found = await checkObjects(tools, { verifyBytesShare }, signal);
  const [done] = await db
    .update(integrityReport)
    .set({ ...found, endedAt: sql`now()` })
    .where(eq(integrityReport.id, open.id))
    .returning();
  return done ?? null;
}

/** Once a week, and the first time a week after the first photo came: an empty store has nothing to compare. */
async function isWeeklyDue(db: Database): Promise<boolean> {
  const { rows } = await db.execute<{ due: boolean }>(sql`
    select coalesce((select max(created_at) from integrity_report), (select min(created_at) from image))
      < now() - make_interval(days => ${checkEveryDays}::int) as due`);
  return rows[0]?.due ?? false;
}

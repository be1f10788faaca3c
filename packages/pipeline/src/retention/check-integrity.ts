import { type Database, integrityReport, type Transaction } from '@gondola/db';
import { asc, eq, isNull, sql } from 'drizzle-orm';
import type { ObjectStore } from '../objects/object-store.ts';
import { scheduler } from './announce-expiry.ts';
import { checkObjects } from './check-objects.ts';

export type IntegrityReportRow = typeof integrityReport.$inferSelect;

const checkEveryDays = 7;
/**
 * Share of objects whose bytes a weekly check reads: all bytes are read about once a year, often enough to find
 * decaying disks.
 */
const verifyBytesShare = 0.02;

/**
 * Requests a check of the object store: inserts an unfinished report, which a worker's next run completes. Returns the
 * waiting report when there is one.
 */
export async function requestCheckWithin(tx: Transaction, createdBy: string): Promise<IntegrityReportRow> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('integrity-request'), 0)`);
  const [waiting] = await tx.select().from(integrityReport).where(isNull(integrityReport.endedAt)).limit(1);
  if (waiting) return waiting;
  const none = { rows: 0, objects: 0, missing: 0, damaged: 0, orphaned: 0 };
  const [requested] = await tx
    .insert(integrityReport)
    .values({ ...none, samples: { missing: [], damaged: [], orphaned: [] }, createdBy })
    .returning();
  if (!requested) throw new Error('invariant: the integrity check was not written');
  return requested;
}

/**
 * Runs the requested check, or the weekly one when it is due. An interrupted check is unfinished and runs again.
 * Returns null when no check was due.
 */
export async function checkIntegrity(
  tools: { db: Database; objects: ObjectStore },
  signal?: AbortSignal,
): Promise<IntegrityReportRow | null> {
  const { db } = tools;
  if (await isWeeklyDue(db)) await db.transaction((tx) => requestCheckWithin(tx, scheduler));
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

/**
 * Returns whether the weekly check is due. The first one is due a week after the first photo, because an empty store
 * has nothing to compare.
 */
async function isWeeklyDue(db: Database): Promise<boolean> {
  const { rows } = await db.execute<{ due: boolean }>(sql`
    select coalesce((select max(created_at) from integrity_report), (select min(created_at) from image))
      < now() - make_interval(days => ${checkEveryDays}::int) as due`);
  return rows[0]?.due ?? false;
}

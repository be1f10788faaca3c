import { capture, type Database } from '@gondola/db';
import { and, eq, sql } from 'drizzle-orm';
import type { WorkStanding } from './read-standing.ts';

const unmoved = (standing: WorkStanding) =>
  and(eq(capture.id, standing.id), eq(capture.revision, standing.revision));

/** Notes a passing fault, so that the queue's count of attempts tells crashes from it. */
export async function countTransientFault(db: Database, standing: WorkStanding): Promise<void> {
  await db
    .update(capture)
    .set({ transientFaults: sql`${capture.transientFaults} + 1` })
    .where(unmoved(standing));
}

/** Counts a failure of our own code against the capture; answers how many there are on this revision. */
export async function countFailure(db: Database, standing: WorkStanding): Promise<number> {
  const [row] = await db
    .update(capture)
    .set({ failures: sql`${capture.failures} + 1` })
    .where(unmoved(standing))
    .returning({ failures: capture.failures });
  return row?.failures ?? 0;
}

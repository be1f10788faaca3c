import { capture, type Database } from '@gondola/db';
import { and, eq, sql } from 'drizzle-orm';
import type { WorkState } from './read-expected-state.ts';

const isSameRevision = (work: WorkState) => and(eq(capture.id, work.id), eq(capture.revision, work.revision));

/** Counts a transient fault, so that crashes can be derived from the attempts that the queue counts. */
export async function countTransientFault(db: Database, work: WorkState): Promise<void> {
  await db
    .update(capture)
    .set({ transientFaults: sql`${capture.transientFaults} + 1` })
    .where(isSameRevision(work));
}

/** Counts a failure of our own code against the capture; returns the number of failures on this revision. */
export async function countFailure(db: Database, work: WorkState): Promise<number> {
  const [row] = await db
    .update(capture)
    .set({ failures: sql`${capture.failures} + 1` })
    .where(isSameRevision(work))
    .returning({ failures: capture.failures });
  return row?.failures ?? 0;
}

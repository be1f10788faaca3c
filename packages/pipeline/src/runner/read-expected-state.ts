import { capture, type Database } from '@gondola/db';
import { eq } from 'drizzle-orm';

/** Where a capture stands, as its runner needs to know. */
export type WorkStanding = NonNullable<Awaited<ReturnType<typeof readStanding>>>;

export async function readStanding(db: Database, captureId: string) {
  const [row] = await db
    .select({
      id: capture.id,
      state: capture.state,
      revision: capture.revision,
      jobId: capture.jobId,
      failures: capture.failures,
      transientFaults: capture.transientFaults,
      traceParent: capture.traceParent,
      receivedAt: capture.receivedAt,
    })
    .from(capture)
    .where(eq(capture.id, captureId));
  return row;
}

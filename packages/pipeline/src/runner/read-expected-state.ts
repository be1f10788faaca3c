import { capture, type Database } from '@gondola/db';
import { eq } from 'drizzle-orm';

/** The state of a capture and its counters, as the runner needs them. */
export type WorkState = NonNullable<Awaited<ReturnType<typeof readExpectedState>>>;

export async function readExpectedState(db: Database, captureId: string) {
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

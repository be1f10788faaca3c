import { capture, recaptureRequest, type Transaction } from '@gondola/db';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { v7 } from 'uuid';
import type { CaptureQueue } from '../queue/capture-queue.ts';

/**
 * Fulfils the request of an earlier capture that a capture with a good photo supersedes. If the earlier capture waits
 * in the retry queue, its next attempt starts at once. Runs in the move of the newer capture. The earlier row is locked
 * until the commit: a concurrent attempt either commits first and is found waiting, or runs later and finds the newer
 * capture.
 */
export async function fulfilRecapture(
  tx: Transaction,
  queue: CaptureQueue,
  { earlierId, byId }: { earlierId: string; byId: string },
): Promise<void> {
  const [earlier] = await tx
    .select({ state: capture.state, jobId: capture.jobId })
    .from(capture)
    .where(eq(capture.id, earlierId))
    .for('update');
  if (!earlier) return;
  await tx
    .update(recaptureRequest)
    .set({ closedAt: sql`now()`, ending: 'SUPERSEDED', fulfilledById: byId })
    .where(and(eq(recaptureRequest.captureId, earlierId), isNull(recaptureRequest.closedAt)));
  if (earlier.state !== 'RETRY_SCHEDULED') return;

  const jobId = v7();
  const [claimed] = await tx
    .update(capture)
    .set({ jobId, transientFaults: 0 })
    .where(
      and(
        eq(capture.id, earlierId),
        earlier.jobId === null ? isNull(capture.jobId) : eq(capture.jobId, earlier.jobId),
      ),
    )
    .returning({ id: capture.id });
  if (!claimed) return;
  if (earlier.jobId) await queue.discard(tx, 'retry', [earlier.jobId]);
  await queue.enqueue(tx, [{ id: jobId, queue: 'retry', captureId: earlierId, delaySeconds: 0 }]);
}

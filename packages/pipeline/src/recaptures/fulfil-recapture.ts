import { capture, recaptureRequest, type Transaction } from '@gondola/db';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { v7 } from 'uuid';
import type { CaptureQueue } from '../queue/capture-queue.ts';

/**
 * A capture with a good photo replaces an earlier one: the earlier one's request is fulfilled, and if it waits in the
 * retry queue it looks now instead of when its timer is due. Part of the newer one's move; the earlier row is locked
 * until the commit, so that a look that is under way comes either before, and is found waiting, or after, and sees it.
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
  const [taken] = await tx
    .update(capture)
    .set({ jobId, transientFaults: 0 })
    .where(
      and(
        eq(capture.id, earlierId),
        earlier.jobId === null ? isNull(capture.jobId) : eq(capture.jobId, earlier.jobId),
      ),
    )
    .returning({ id: capture.id });
  if (!taken) return;
  if (earlier.jobId) await queue.discard(tx, 'retry', [earlier.jobId]);
  await queue.enqueue(tx, [{ id: jobId, queue: 'retry', captureId: earlierId, delaySeconds: 0 }]);
}

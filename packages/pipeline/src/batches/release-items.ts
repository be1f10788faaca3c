import { capture, type Database, reprocessItem } from '@gondola/db';
import { and, count, eq, inArray, sql } from 'drizzle-orm';
import { type DriftedCapture, releaseCaptures } from '../drift/release-captures.ts';
import type { CaptureQueue } from '../queue/capture-queue.ts';
import { mappedFromOf, versionOf } from './choose-version.ts';
import { finishItems, type ItemEnding, lockWaiting } from './finish-items.ts';
import type { BatchRow } from './start-batch.ts';

/**
 * Maximum number of released captures in the pipeline at once, over the fleet: live captures share the tiers with them.
 */
const maxInPipeline = 24;

/** Returns how many more captures of a batch may enter the pipeline. */
export async function roomInPipeline(db: Database, batchId: string): Promise<number> {
  const [row] = await db
    .select({ moved: count() })
    .from(reprocessItem)
    .where(and(eq(reprocessItem.batchId, batchId), eq(reprocessItem.state, 'MOVED')));
  return Math.max(0, maxInPipeline - (row?.moved ?? 0));
}

/**
 * Pins waiting captures to the version that the batch chooses, and sends them to inference with lower priority than
 * live captures.
 */
export const releaseItems = (
  { db, queue }: { db: Database; queue: CaptureQueue },
  batch: BatchRow,
  captureIds: readonly string[],
): Promise<void> =>
  db.transaction(async (tx) => {
    const waiting = await lockWaiting(tx, batch.id, captureIds);
    if (waiting.size === 0) return;
    const rows = await tx
      .select({
        id: capture.id,
        state: capture.state,
        revision: capture.revision,
        versionId: versionOf(batch.versionChoice, batch.versionId),
        mappedFromVersionId: mappedFromOf(batch.versionChoice),
      })
      .from(capture)
      .where(inArray(capture.id, [...waiting]))
      .orderBy(capture.id)
      .for('update', { of: capture });
    const endings: ItemEnding[] = [];
    const chosen: DriftedCapture[] = [];
    for (const { versionId, mappedFromVersionId, ...expected } of rows) {
      const skip = (failure: string, message: string) =>
        endings.push({ captureId: expected.id, state: 'SKIPPED', failure, message });
      if (expected.state !== 'VERSION_DRIFT')
        skip('NOT_WAITING', `The capture is ${expected.state}; it does not wait for a version any more.`);
      else if (versionId === null)
        skip(
          'NO_VERSION',
          'This choice finds no planogram version for the capture; it stays in the drift queue.',
        );
      else chosen.push({ expected, pinnedVersionId: versionId, mappedFromVersionId });
    }
    await finishItems(tx, batch.id, endings);
    const moved = await releaseCaptures(tx, queue, chosen, {
      reason: 'DRIFT_RELEASED',
      choice: batch.versionChoice,
      batchId: batch.id,
      by: batch.createdBy,
      lowPriority: true,
    });
    if (moved.length === 0) return;
    await tx
      .update(reprocessItem)
      .set({ state: 'MOVED', claimedUntil: null })
      .where(and(eq(reprocessItem.batchId, batch.id), inArray(reprocessItem.captureId, moved)));
  });

/** Ends the items whose captures have reached the end of the pipeline. */
export const settleMoved = async (db: Database, batchId: string): Promise<void> => {
  await db.execute(sql`
    update reprocess_item i
    set state = case when c.state = 'DEAD_LETTERED' then 'FAILED' else 'PUBLISHED' end,
      score_after_id = c.current_score_id, ended_at = now(),
      failure = case when c.state = 'DEAD_LETTERED' then 'DEAD_LETTERED' end,
      message = case when c.state = 'DEAD_LETTERED' then
        (select coalesce(d.params ->> 'detail', d.params ->> 'text', d.reason) from dead_letter d where d.capture_id = c.id order by d.created_at desc limit 1) end
    from capture c
    where i.batch_id = ${batchId} and i.state = 'MOVED' and c.id = i.capture_id
      and c.state in ('SCORED', 'ARCHIVED', 'DEAD_LETTERED')`);
};

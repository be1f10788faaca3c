import { capture, type Database, reprocessItem } from '@gondola/db';
import { and, count, eq, inArray, sql } from 'drizzle-orm';
import { type DriftedCapture, releaseCaptures } from '../drift/release-captures.ts';
import type { CaptureQueue } from '../queue/capture-queue.ts';
import { mappedFromOf, versionOf } from './choose-version.ts';
import { endItems, type ItemEnding, lockWaiting } from './end-items.ts';
import type { BatchRow } from './start-batch.ts';

/** How many released captures may be on their way at once, over the fleet: the live ones share the tiers with them. */
const onTheWay = 24;

/** Room for more captures of a batch on their way through the pipeline. */
export async function roomOnTheWay(db: Database, batchId: string): Promise<number> {
  const [row] = await db
    .select({ moved: count() })
    .from(reprocessItem)
    .where(and(eq(reprocessItem.batchId, batchId), eq(reprocessItem.state, 'MOVED')));
  return Math.max(0, onTheWay - (row?.moved ?? 0));
}

/** Pins waiting captures to the version that the batch chooses, and sends them on to inference behind all live ones. */
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
    for (const { versionId, mappedFromVersionId, ...standing } of rows) {
      const skip = (failure: string, message: string) =>
        endings.push({ captureId: standing.id, state: 'SKIPPED', failure, message });
      if (standing.state !== 'VERSION_DRIFT')
        skip('NOT_WAITING', `The capture is ${standing.state}; it does not wait for a version any more.`);
      else if (versionId === null)
        skip(
          'NO_VERSION',
          'This choice finds no planogram version for the capture; it stays in the drift queue.',
        );
      else chosen.push({ standing, pinnedVersionId: versionId, mappedFromVersionId });
    }
    await endItems(tx, batch.id, endings);
    const moved = await releaseCaptures(tx, queue, chosen, {
      reason: 'DRIFT_RELEASED',
      choice: batch.versionChoice,
      batchId: batch.id,
      by: batch.createdBy,
      yields: true,
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
        (select d.message from dead_letter d where d.capture_id = c.id order by d.created_at desc limit 1) end
    from capture c
    where i.batch_id = ${batchId} and i.state = 'MOVED' and c.id = i.capture_id
      and c.state in ('SCORED', 'ARCHIVED', 'DEAD_LETTERED')`);
};

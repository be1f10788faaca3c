import { capture, type Database, planogramAssignment, type Transaction } from '@gondola/db';
import { and, asc, inArray, isNull, sql } from 'drizzle-orm';
import { type DriftedCapture, releaseCaptures } from '../../drift/release-captures.ts';
import type { CaptureQueue } from '../../queue/capture-queue.ts';

/** Some hundred captures a transaction: locks stay short, and a kill loses at most one chunk, which is done again. */
const capturesPerChunk = 200;
/** A round ends after ten thousand captures; the next one finds the rest. */
const mostChunks = 50;
/** Names the activation as the one who released, in history and drift queue. */
export const byActivation = 'activation';

/**
 * Releases the waiting captures whose tagged version is the active one of their bay by now: each is pinned to it and goes
 * on to inference. What to do is read from the rows alone, so a round that died is finished by the next, on any worker.
 *
 * @returns how many were released
 */
export async function releaseNowActive(
  tools: { db: Database; queue: CaptureQueue },
  within: { bayIds?: readonly string[]; mostChunks?: number } = {},
): Promise<number> {
  let released = 0;
  for (let chunk = 0; chunk < (within.mostChunks ?? mostChunks); chunk += 1) {
    const done = await tools.db.transaction((tx) => releaseChunk(tx, tools.queue, within.bayIds));
    released += done.released;
    if (done.released === 0 || done.found < capturesPerChunk) break;
  }
  return released;
}

async function releaseChunk(
  tx: Transaction,
  queue: CaptureQueue,
  bayIds: readonly string[] | undefined,
): Promise<{ found: number; released: number }> {
  const { rows: items } = await tx.execute<{
    capture_id: string;
    bay_id: string;
    version_id: string;
  }>(sql`
    select d.capture_id, d.bay_id, v.id as version_id
    from drift_item d
    join planogram_version v on v.label = d.tagged_version
    join planogram_assignment a on a.bay_id = d.bay_id and a.version_id = v.id and a.deactivated_at is null
    where d.released_at is null
      ${bayIds ? sql`and d.bay_id = any (${sql.param([...bayIds])}::uuid[])` : sql``}
    order by d.bay_id, d.id limit ${capturesPerChunk}
    for update of d skip locked`);
  if (items.length === 0) return { found: 0, released: 0 };
  const held = await holdActive(tx, [...new Set(items.map((item) => item.bay_id))]);
  const standings = new Map(
    (
      await tx
        .select({ id: capture.id, state: capture.state, revision: capture.revision })
        .from(capture)
        .where(
          inArray(
            capture.id,
            items.map((item) => item.capture_id),
          ),
        )
    ).map((row) => [row.id, row]),
  );
  const nowActive = items.flatMap((item): DriftedCapture[] => {
    const standing = standings.get(item.capture_id);
    if (held.get(item.bay_id) !== item.version_id || standing?.state !== 'VERSION_DRIFT') return [];
    return [{ standing, pinnedVersionId: item.version_id, mappedFromVersionId: null }];
  });
  const released = await releaseCaptures(tx, queue, nowActive, {
    reason: 'VERSION_ACTIVATED',
    choice: 'ACTIVE',
    batchId: null,
    by: byActivation,
    yields: false,
  });
  return { found: items.length, released: released.length };
}

/** As the version gate does: a version that is being replaced is waited for, and then no longer the active one. */
async function holdActive(tx: Transaction, bayIds: string[]): Promise<Map<string, string>> {
  const rows = await tx
    .select({ bayId: planogramAssignment.bayId, versionId: planogramAssignment.versionId })
    .from(planogramAssignment)
    .where(and(inArray(planogramAssignment.bayId, bayIds), isNull(planogramAssignment.deactivatedAt)))
    .orderBy(asc(planogramAssignment.bayId))
    .for('share');
  return new Map(rows.map(({ bayId, versionId }) => [bayId, versionId]));
}

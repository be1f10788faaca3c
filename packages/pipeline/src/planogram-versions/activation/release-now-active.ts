import { capture, type Database, planogramAssignment, type Transaction } from '@gondola/db';
import { and, asc, inArray, isNull, sql } from 'drizzle-orm';
import { type DriftedCapture, releaseCaptures } from '../../drift/release-captures.ts';
import type { CaptureQueue } from '../../queue/capture-queue.ts';

/** Captures of one transaction: locks stay short, and a crash costs at most one chunk, which is then repeated. */
const capturesPerChunk = 200;
/** Maximum captures of one run; the next run finds the rest. */
const maxChunks = 50;
/** Names the activation as the actor of the release, in the capture's history and in the drift queue. */
export const byActivation = 'activation';

/**
 * Releases the waiting captures whose tagged version is now the active one of their bay. Pins each to the version and
 * sends it to inference. The work follows from the rows alone, so any worker can complete the run of a worker that
 * died.
 */
export async function releaseNowActive(
  tools: { db: Database; queue: CaptureQueue },
  within: { bayIds?: readonly string[]; maxChunks?: number } = {},
): Promise<number> {
  let released = 0;
  for (let chunk = 0; chunk < (within.maxChunks ?? maxChunks); chunk += 1) {
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
    const expected = standings.get(item.capture_id);
    if (held.get(item.bay_id) !== item.version_id || expected?.state !== 'VERSION_DRIFT') return [];
    return [{ expected, pinnedVersionId: item.version_id, mappedFromVersionId: null }];
  });
  const released = await releaseCaptures(tx, queue, nowActive, {
    reason: 'VERSION_ACTIVATED',
    choice: 'ACTIVE',
    batchId: null,
    by: byActivation,
    lowPriority: false,
  });
  return { found: items.length, released: released.length };
}

/**
 * Locks like the version gate: waits for a running activation, after which the version may no longer be the active one.
 */
async function holdActive(tx: Transaction, bayIds: string[]): Promise<Map<string, string>> {
  const rows = await tx
    .select({ bayId: planogramAssignment.bayId, versionId: planogramAssignment.versionId })
    .from(planogramAssignment)
    .where(and(inArray(planogramAssignment.bayId, bayIds), isNull(planogramAssignment.deactivatedAt)))
    .orderBy(asc(planogramAssignment.bayId))
    .for('share');
  return new Map(rows.map(({ bayId, versionId }) => [bayId, versionId]));
}

import { capture, type Database, type DriftReleaseMode, driftItem, type Transaction } from '@gondola/db';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { CaptureQueue } from '../queue/capture-queue.ts';
import { advanceWithin } from '../runner/advance.ts';

export type DriftRelease =
  | { released: number; skipped: number }
  | { problem: 'NOTHING_TO_RELEASE' | 'NO_SUCH_VERSION'; message: string };

/** Some hundred captures a transaction: locks stay short, and a kill loses at most one chunk, which is done again. */
const chunkSize = 200;

/**
 * Releases the waiting captures of one group: each is pinned to the version that the mode chooses and goes on to
 * inference. A capture for which the mode finds no version stays in the queue and is counted as skipped.
 */
export async function releaseDriftGroup(
  tools: { db: Database; queue: CaptureQueue },
  group: { bayId: string; taggedVersion: string; mode: DriftReleaseMode; actor: string },
): Promise<DriftRelease> {
  let released = 0;
  let seen = 0;
  let after = '';
  for (;;) {
    const chunk = await tools.db.transaction((tx) => releaseChunk(tools.queue, tx, group, after));
    released += chunk.released;
    seen += chunk.seen;
    after = chunk.last;
    if (chunk.seen < chunkSize) break;
  }
  if (seen === 0)
    return { problem: 'NOTHING_TO_RELEASE', message: 'No capture of this group is waiting any more.' };
  if (released === 0)
    return {
      problem: 'NO_SUCH_VERSION',
      message: `No waiting capture of this group has a version to be scored against in mode ${group.mode}.`,
    };
  return { released, skipped: seen - released };
}

async function releaseChunk(
  queue: CaptureQueue,
  tx: Transaction,
  group: { bayId: string; taggedVersion: string; mode: DriftReleaseMode; actor: string },
  after: string,
): Promise<{ released: number; seen: number; last: string }> {
  const rows = await tx
    .select({
      itemId: driftItem.id,
      id: capture.id,
      state: capture.state,
      revision: capture.revision,
      versionId: versionFor(group.mode),
      mappedFromVersionId: group.mode === 'MAPPED' ? taggedVersionId : sql<null>`null::uuid`,
    })
    .from(driftItem)
    .innerJoin(capture, eq(capture.id, driftItem.captureId))
    .where(
      and(
        eq(driftItem.bayId, group.bayId),
        eq(driftItem.taggedVersion, group.taggedVersion),
        isNull(driftItem.releasedAt),
        after === '' ? undefined : sql`${driftItem.id} > ${after}`,
      ),
    )
    .orderBy(asc(driftItem.id))
    .limit(chunkSize)
    .for('update', { of: driftItem });
  let released = 0;
  for (const row of rows) {
    const { versionId, mappedFromVersionId } = row;
    if (versionId === null) continue;
    const moved = await advanceWithin(tx, queue, row, {
      to: 'PREPROCESSED',
      reason: 'DRIFT_RELEASED',
      facts: { mode: group.mode, versionId, ...(mappedFromVersionId ? { mappedFromVersionId } : {}) },
      actor: group.actor,
      write: async () => ({ pinnedVersionId: versionId, mappedFromVersionId }),
    });
    if (!moved) continue;
    await tx
      .update(driftItem)
      .set({ releasedAt: sql`now()`, releasedBy: group.actor, releaseMode: group.mode })
      .where(eq(driftItem.id, row.itemId));
    released += 1;
  }
  return { released, seen: rows.length, last: rows.at(-1)?.itemId ?? after };
}

const taggedVersionId = sql<
  string | null
>`(select v.id from planogram_version v where v.label = ${driftItem.taggedVersion})`;

/** The version that a mode chooses for a capture, as SQL. MAPPED is the active one, if a person mapped the tagged one to it. */
function versionFor(mode: DriftReleaseMode) {
  switch (mode) {
    case 'TAGGED':
      return taggedVersionId;
    case 'MAPPED':
      return sql<string | null>`(select a.version_id from planogram_assignment a
        where a.bay_id = ${driftItem.bayId} and a.deactivated_at is null
          and exists (select from version_mapping m
            where m.from_version_id = ${taggedVersionId} and m.to_version_id = a.version_id
              and m.kind <> 'ALIAS' and m.revoked_at is null))`;
    case 'ACTIVE':
      return sql<string | null>`(select a.version_id from planogram_assignment a
        where a.bay_id = ${driftItem.bayId} and a.deactivated_at is null)`;
    case 'EFFECTIVE_AT_CAPTURE':
      return sql<string | null>`(select a.version_id from planogram_assignment a
        where a.bay_id = ${driftItem.bayId} and a.activated_at <= ${capture.takenAt}
          and (a.deactivated_at is null or a.deactivated_at > ${capture.takenAt})
        order by a.activated_at desc limit 1)`;
  }
}

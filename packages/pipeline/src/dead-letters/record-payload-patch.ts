import { type Database, payloadPatch } from '@gondola/db';
import { eq } from 'drizzle-orm';
import type { Actor } from '../audit/actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { type PayloadVersions, payloadVersions } from '../intake/versions/payload-versions.ts';
import { readMatching } from './dead-letter-filter.ts';
import {
  countOutcomes,
  type PatchProblems,
  type PatchRequest,
  type PatchTotals,
  readRequest,
} from './preview-payload-patch.ts';
import { recheck } from './recheck.ts';
import { saveRecheckResults } from './save-recheck-results.ts';

export interface RecordedPatch extends PatchTotals {
  patchId: string;
  /** Dead letters that now have the patch: matched ones that were still open when their chunk was written. */
  marked: number;
}

export interface NewPatch extends PatchRequest {
  /** The reason, in the words of the author. */
  note: string;
}

/**
 * Records a patch permanently, with its outcome at that time, and marks the matching open dead letters with it. The raw
 * payloads do not change: the drain applies the patch. Marks are written chunk by chunk, each chunk in one statement.
 * After a kill in the middle, `applyRecordedPatch` marks the rest.
 */
export async function recordPayloadPatch(
  db: Database,
  actor: Actor,
  { note, ...request }: NewPatch,
  versions: PayloadVersions = payloadVersions,
): Promise<RecordedPatch | PatchProblems | { problem: 'NOTHING_TO_PATCH' }> {
  const read = await readRequest(db, request);
  if (!('operations' in read)) return read;
  const totals = await countOutcomes(db, read, versions);
  if (totals.matched === 0) return { problem: 'NOTHING_TO_PATCH' };
  const { filter, operations, alsoPassing } = read;
  const patchId = await db.transaction(async (tx) => {
    const [row] = await tx
      .insert(payloadPatch)
      .values({
        ...filter,
        operations,
        note,
        createdBy: actor.name,
        matched: totals.matched,
        mended: totals.mended,
      })
      .returning({ id: payloadPatch.id });
    if (!row) throw new Error('the patch was not written');
    await recordAudit(tx, actor, {
      action: 'payloadPatchCreate',
      object: `payload-patch:${row.id}`,
      facts: { reason: request.reason, storeCode: request.storeCode ?? null, operations, note },
    });
    return row.id;
  });
  const applied = await applyRecordedPatch(db, patchId, { alsoPassing }, versions);
  return { ...totals, patchId, marked: applied?.rechecked ?? 0 };
}

export interface RecheckCounts {
  rechecked: number;
  /** Number of those that would pass now. */
  passing: number;
}

/**
 * Applies a recorded patch to the matching open dead letters again: those that a kill left out, and newer ones. Dead
 * letters that pass already are excluded, unless `alsoPassing` is set. Returns null when there is no such patch.
 */
export async function applyRecordedPatch(
  db: Database,
  patchId: string,
  options: { alsoPassing?: boolean } = {},
  versions: PayloadVersions = payloadVersions,
): Promise<RecheckCounts | null> {
  const [patch] = await db.select().from(payloadPatch).where(eq(payloadPatch.id, patchId));
  if (!patch) return null;
  const counts: RecheckCounts = { rechecked: 0, passing: 0 };
  for await (const chunk of readMatching(db, patch, options.alsoPassing ?? false)) {
    const results = await recheck(db, chunk, () => patch.operations, versions);
    counts.rechecked += await saveRecheckResults(
      db,
      results.map(({ deadLetter, remaining }) => ({ id: deadLetter.id, patchId, remaining })),
    );
    counts.passing += results.filter(({ remaining }) => remaining.length === 0).length;
  }
  return counts;
}

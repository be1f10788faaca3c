import {
  type Database,
  type ReprocessMode,
  reprocessBatch,
  type Transaction,
  type VersionChoice,
} from '@gondola/db';
import type { Actor } from '../audit/actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { BatchQueue } from './batch-queue.ts';
import type { BatchScope } from './batch-scope.ts';
import { resolveVersion, type VersionProblem } from './resolve-version.ts';

export type BatchRow = typeof reprocessBatch.$inferSelect;

export interface NewBatch {
  scope: BatchScope;
  mode: ReprocessMode;
  versionChoice: VersionChoice;
  /** Required for GIVEN, and for no other choice. */
  versionId: string | null;
  /** True: results become current as they come. False: a person publishes them. */
  publishesAtOnce: boolean;
  reason: string;
  createdBy: string;
}

/** A request to start a batch. */
export type AskedBatch = Omit<NewBatch, 'versionId' | 'createdBy'> & {
  /** The version's label, for GIVEN. */
  version: string | null;
};

/** Starts a batch for a person, and records it in the audit log. */
export async function startBatch(
  { db, batches }: { db: Database; batches: BatchQueue },
  actor: Actor,
  { version, ...asked }: AskedBatch,
): Promise<{ batch: BatchRow } | VersionProblem> {
  const resolved = await resolveVersion(db, version);
  if ('problem' in resolved) return resolved;
  const { versionId } = resolved;
  return db.transaction(async (tx) => {
    const batch = await startBatchWithin(tx, batches, { ...asked, versionId, createdBy: actor.name });
    const { scope, ...facts } = asked;
    await recordAudit(tx, actor, {
      action: 'reprocessStart',
      object: `batch:${batch.id}`,
      facts: { ...facts, versionId, scope: scope.kind },
    });
    return { batch };
  });
}

/**
 * Inserts a batch with its first job. Its captures are those in the scope at this moment; workers list them chunk by
 * chunk.
 */
export async function startBatchWithin(
  tx: Transaction,
  queue: BatchQueue,
  batch: NewBatch,
): Promise<BatchRow> {
  const [row] = await tx
    .insert(reprocessBatch)
    .values({
      ...batch,
      // A release has no results to hold back: a waiting capture has no score yet.
      publishesAtOnce: batch.publishesAtOnce || batch.mode === 'RELEASE',
      state: 'EXPANDING',
    })
    .returning();
  if (!row) throw new Error('invariant: the batch was not written');
  await queue.enqueue(tx, row.id);
  return row;
}

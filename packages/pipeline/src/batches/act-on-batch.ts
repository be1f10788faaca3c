import { type BatchState, type Database, reprocessBatch, reprocessItem, type Transaction } from '@gondola/db';
import { and, eq, sql } from 'drizzle-orm';
import type { Actor } from '../audit/actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { type BatchQueue, jobsPerBatch } from './batch-queue.ts';
import { moveBatch } from './move-batch.ts';
import type { BatchRow } from './start-batch.ts';

export const batchActs = ['PAUSE', 'RESUME', 'CANCEL', 'RETRY_FAILED', 'PUBLISH', 'ROLL_BACK'] as const;
export type BatchAct = (typeof batchActs)[number];

export type ActedOn =
  | { batch: BatchRow }
  | { problem: 'BATCH_UNKNOWN' | 'NOTHING_FAILED' }
  | { problem: 'NOT_POSSIBLE'; state: BatchState };

/** The acts that each state of a batch allows. Screens offer these and no others. */
export function actsOf(batch: Pick<BatchRow, 'state' | 'mode' | 'publishesAtOnce'>): BatchAct[] {
  const { state, mode, publishesAtOnce } = batch;
  switch (state) {
    case 'EXPANDING':
    case 'RUNNING':
      return ['PAUSE', 'CANCEL'];
    case 'PAUSED':
      return ['RESUME', 'CANCEL'];
    case 'DONE':
      return ['PUBLISH', 'RETRY_FAILED', 'CANCEL'];
    case 'PUBLISHED':
      // A released capture had no score before, so a release cannot be rolled back.
      return mode === 'RELEASE' ? ['RETRY_FAILED'] : ['RETRY_FAILED', 'ROLL_BACK'];
    case 'CANCELLED':
      return mode !== 'RELEASE' && publishesAtOnce ? ['ROLL_BACK'] : [];
    case 'PUBLISHING':
    case 'ROLLING_BACK':
    case 'ROLLED_BACK':
      return [];
  }
}

/** Acts on a batch for a person, and records the act in the audit log. */
export const actOnBatch = (
  { db, batches }: { db: Database; batches: BatchQueue },
  actor: Actor,
  { id, act }: { id: string; act: BatchAct },
): Promise<ActedOn> =>
  db.transaction(async (tx) => {
    const acted = await actOnBatchWithin(tx, batches, id, act);
    if ('batch' in acted)
      await recordAudit(tx, actor, {
        action: 'reprocessAct',
        object: `batch:${id}`,
        facts: { act, state: acted.batch.state },
      });
    return acted;
  });

/** Acts on a batch in the caller's transaction. Enqueues jobs if the act leaves work to do. */
export async function actOnBatchWithin(
  tx: Transaction,
  queue: BatchQueue,
  batchId: string,
  act: BatchAct,
): Promise<ActedOn> {
  const [batch] = await tx.select().from(reprocessBatch).where(eq(reprocessBatch.id, batchId)).for('update');
  if (!batch) return { problem: 'BATCH_UNKNOWN' };
  if (!actsOf(batch).includes(act)) return { problem: 'NOT_POSSIBLE', state: batch.state };
  if (act === 'RETRY_FAILED' && (await retryFailed(tx, batchId)) === 0) return { problem: 'NOTHING_FAILED' };
  if (act === 'RESUME') await freeClaims(tx, batchId);
  const to = targetOf(batch, act);
  const ended = to === 'CANCELLED' ? sql`now()` : null;
  const moved = await moveBatch(tx, batchId, batch.state, to, {
    ...(act === 'CANCEL' || act === 'RETRY_FAILED' ? { endedAt: ended } : {}),
  });
  if (!moved) throw new Error(`invariant: batch ${batchId} moved while its row was locked`);
  if (act !== 'PAUSE') await queue.enqueue(tx, batchId, { jobs: act === 'CANCEL' ? 1 : jobsPerBatch });
  return { batch: moved };
}

function targetOf(batch: BatchRow, act: BatchAct): BatchState {
  switch (act) {
    case 'PAUSE':
      return 'PAUSED';
    case 'RESUME':
      return batch.startedAt === null ? 'EXPANDING' : 'RUNNING';
    case 'CANCEL':
      return 'CANCELLED';
    case 'RETRY_FAILED':
      return 'RUNNING';
    case 'PUBLISH':
      return 'PUBLISHING';
    case 'ROLL_BACK':
      return 'ROLLING_BACK';
  }
}

/**
 * Clears the claims of a batch's items. Results from before the pause were discarded, so the items need not wait for
 * their claims to lapse.
 */
const freeClaims = (tx: Transaction, batchId: string) =>
  tx
    .update(reprocessItem)
    .set({ claimedUntil: null })
    .where(and(eq(reprocessItem.batchId, batchId), eq(reprocessItem.state, 'WAITING')));

async function retryFailed(tx: Transaction, batchId: string): Promise<number> {
  const retried = await tx
    .update(reprocessItem)
    .set({ state: 'WAITING', attempts: 0, failure: null, message: null, endedAt: null })
    .where(and(eq(reprocessItem.batchId, batchId), eq(reprocessItem.state, 'FAILED')));
  return retried.rowCount ?? 0;
}

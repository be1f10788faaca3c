import { type BatchState, reprocessBatch, reprocessItem, type Transaction } from '@gondola/db';
import { and, eq, sql } from 'drizzle-orm';
import { type BatchQueue, jobsPerBatch } from './batch-queue.ts';
import { moveBatch } from './move-batch.ts';
import type { BatchRow } from './start-batch.ts';

export const batchActs = ['PAUSE', 'RESUME', 'CANCEL', 'RETRY_FAILED', 'PUBLISH', 'ROLL_BACK'] as const;
export type BatchAct = (typeof batchActs)[number];

export type ActedOn =
  | { batch: BatchRow }
  | { problem: 'BATCH_UNKNOWN' | 'NOT_POSSIBLE' | 'NOTHING_FAILED'; message: string };

/** What a person may do to a batch in each state; screens offer these and no others. */
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
      // What a release sent on had no score before: there is nothing to go back to.
      return mode === 'RELEASE' ? ['RETRY_FAILED'] : ['RETRY_FAILED', 'ROLL_BACK'];
    case 'CANCELLED':
      return mode !== 'RELEASE' && publishesAtOnce ? ['ROLL_BACK'] : [];
    case 'PUBLISHING':
    case 'ROLLING_BACK':
    case 'ROLLED_BACK':
      return [];
  }
}

/** Does it, and puts workers to work where work follows: part of the caller's transaction, as its audit row is. */
export async function actOnBatch(
  tx: Transaction,
  queue: BatchQueue,
  batchId: string,
  act: BatchAct,
): Promise<ActedOn> {
  const [batch] = await tx.select().from(reprocessBatch).where(eq(reprocessBatch.id, batchId)).for('update');
  if (!batch) return { problem: 'BATCH_UNKNOWN', message: 'There is no batch of this id.' };
  if (!actsOf(batch).includes(act))
    return {
      problem: 'NOT_POSSIBLE',
      message: `A batch that is ${batch.state} cannot be asked to ${words[act]}.`,
    };
  if (act === 'RETRY_FAILED' && (await retryFailed(tx, batchId)) === 0)
    return { problem: 'NOTHING_FAILED', message: 'No capture of this batch has failed.' };
  if (act === 'RESUME') await freeClaims(tx, batchId);
  const to = targetOf(batch, act);
  const ended = to === 'CANCELLED' ? sql`now()` : null;
  const moved = await moveBatch(tx, batchId, batch.state, to, {
    ...(act === 'CANCEL' || act === 'RETRY_FAILED' ? { endedAt: ended } : {}),
  });
  if (!moved) throw new Error(`batch ${batchId} moved while its row was held`);
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

/** What a worker did of its items while the batch was paused was not kept: they are not to wait for its claim to lapse. */
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

const words: Record<BatchAct, string> = {
  PAUSE: 'pause',
  RESUME: 'resume',
  CANCEL: 'stop',
  RETRY_FAILED: 'try its failures again',
  PUBLISH: 'publish its results',
  ROLL_BACK: 'go back to the earlier scores',
};

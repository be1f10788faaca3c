import { reprocessBatch } from '@gondola/db';
import { eq } from 'drizzle-orm';
import { isWorkedOn } from './batch-moves.ts';
import type { BatchTools } from './batch-tools.ts';
import { cancelItems } from './cancel-items.ts';
import { claimItems } from './claim-items.ts';
import { expandBatch } from './expand-batch.ts';
import { finishBatch } from './finish-batch.ts';
import { publishItems, rollBackItems } from './publish-items.ts';
import { reinferItem } from './reinfer-item.ts';
import { releaseItems, roomInPipeline, settleMoved } from './release-items.ts';
import { rescoreItems } from './rescore-items.ts';
import type { BatchRow } from './start-batch.ts';

/** Maximum duration of one job: other batches get their turn, and a worker that stops does not wait for long. */
const turnMs = 20_000;
/** Items of one step: re-scoring takes milliseconds for each capture, a tier up to half a minute. */
const rescoring = { count: 20, leaseSeconds: 60 };
const reinferring = { count: 1, leaseSeconds: 180 };
const releasing = { count: 8, leaseSeconds: 30 };

/** The next action for a batch: another step at once, one after a delay, or none. */
type Next = { go: 'on' } | { go: 'later'; delaySeconds: number } | { go: 'done' };
const on: Next = { go: 'on' };
const done: Next = { go: 'done' };
const later = (delaySeconds: number): Next => ({ go: 'later', delaySeconds });

/**
 * Works on a batch for one turn, step by step. Each step has its own transactions, so a crash costs one step and a
 * pause takes effect after it. Enqueues a follow-up job while the batch has work left.
 */
export async function workBatch(batchId: string, tools: BatchTools, signal: AbortSignal): Promise<void> {
  const endsAt = tools.now() + turnMs;
  let next: Next = on;
  while (next.go === 'on' && !signal.aborted) {
    if (tools.now() > endsAt) {
      next = later(0);
      break;
    }
    const [batch] = await tools.db.select().from(reprocessBatch).where(eq(reprocessBatch.id, batchId));
    next = batch ? await takeStep(batch, tools, signal) : done;
  }
  // An aborted job needs no follow-up: the queue delivers it again.
  if (next.go !== 'later' || signal.aborted) return;
  const { delaySeconds } = next;
  await tools.db.transaction((tx) => tools.batches.enqueue(tx, batchId, { delaySeconds }));
}

async function takeStep(batch: BatchRow, tools: BatchTools, signal: AbortSignal): Promise<Next> {
  const { db } = tools;
  if (isWorkedOn(batch.state)) await tools.live.letPass(signal);
  switch (batch.state) {
    case 'EXPANDING':
      await expandBatch(db, tools.batches, batch.id);
      return on;
    case 'RUNNING':
      return runItems(batch, tools, signal);
    // Other workers may still have the last items: a later job checks again.
    case 'PUBLISHING':
      return (await publishItems(tools, batch)) ? on : later(2);
    case 'ROLLING_BACK':
      return (await rollBackItems(tools, batch)) ? on : later(2);
    case 'CANCELLED':
      if (batch.mode === 'RELEASE') await settleMoved(db, batch.id);
      return (await cancelItems(db, batch.id)) ? on : done;
    default:
      return done;
  }
}

async function runItems(batch: BatchRow, tools: BatchTools, signal: AbortSignal): Promise<Next> {
  const { db } = tools;
  switch (batch.mode) {
    case 'RESCORE': {
      const ids = await claimItems(db, batch.id, rescoring);
      if (ids.length === 0) break;
      await rescoreItems(tools, batch, ids);
      return on;
    }
    case 'REINFER': {
      const [id] = await claimItems(db, batch.id, reinferring);
      if (id === undefined) break;
      await reinferItem(tools, batch, id, signal);
      return on;
    }
    case 'RELEASE': {
      await settleMoved(db, batch.id);
      const room = await roomInPipeline(db, batch.id);
      const ids = await claimItems(db, batch.id, { ...releasing, count: Math.min(room, releasing.count) });
      if (ids.length === 0) break;
      await releaseItems(tools, batch, ids);
      return on;
    }
  }
  if (await finishBatch(db, batch)) return done;
  // The remaining items are with other workers, with dead workers until their claims lapse, or in the pipeline.
  return later(2);
}

import { type Database, reprocessBatch } from '@gondola/db';
import { eq } from 'drizzle-orm';
import type { CaptureQueue } from '../queue/capture-queue.ts';
import type { LiveWork } from '../runner/live-work.ts';
import type { InferTools } from '../stages/infer.ts';
import type { Log } from '../telemetry/log.ts';
import { isWorkedOn } from './batch-moves.ts';
import type { BatchQueue } from './batch-queue.ts';
import { cancelItems } from './cancel-items.ts';
import { claimItems } from './claim-items.ts';
import { expandBatch } from './expand-batch.ts';
import { finishBatch } from './finish-batch.ts';
import { publishItems, rollBackItems } from './publish-items.ts';
import { reinferItem } from './reinfer-item.ts';
import { releaseItems, roomOnTheWay, settleMoved } from './release-items.ts';
import { rescoreItems } from './rescore-items.ts';
import type { BatchRow } from './start-batch.ts';

export type BatchTools = InferTools & {
  db: Database;
  queue: CaptureQueue;
  batches: BatchQueue;
  live: LiveWork;
  log: Log;
};

/** A job gives way to other batches after a while, and a stopping worker is not held up by it. */
const turnMs = 20_000;
/** Scoring again takes milliseconds a capture; a tier may take half a minute. */
const rescoring = { count: 20, leaseSeconds: 60 };
const reinferring = { count: 1, leaseSeconds: 180 };
const releasing = { count: 8, leaseSeconds: 30 };

/** What is to be done next for a batch: at once, after a while, or nothing more. */
type Next = { go: 'on' } | { go: 'later'; delaySeconds: number } | { go: 'home' };
const on: Next = { go: 'on' };
const home: Next = { go: 'home' };
const later = (delaySeconds: number): Next => ({ go: 'later', delaySeconds });

/**
 * Works on a batch for a turn: step by step, each step in transactions of its own, so that a kill costs one step and a
 * pause takes effect after it. A job follows this one while the batch is not over.
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
    next = batch ? await takeStep(batch, tools, signal) : home;
  }
  // One that is called off comes back by itself: the queue hands its job out again.
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
    // Another worker may have the last items in hand: a look later tells.
    case 'PUBLISHING':
      return (await publishItems(tools, batch)) ? on : later(2);
    case 'ROLLING_BACK':
      return (await rollBackItems(tools, batch)) ? on : later(2);
    case 'CANCELLED':
      if (batch.mode === 'RELEASE') await settleMoved(db, batch.id);
      return (await cancelItems(db, batch.id)) ? on : home;
    default:
      return home;
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
      const room = await roomOnTheWay(db, batch.id);
      const ids = await claimItems(db, batch.id, { ...releasing, count: Math.min(room, releasing.count) });
      if (ids.length === 0) break;
      await releaseItems(tools, batch, ids);
      return on;
    }
  }
  if (await finishBatch(db, batch)) return home;
  // The rest is in the hands of other workers, or of dead ones until their claims lapse, or on its way.
  return later(2);
}

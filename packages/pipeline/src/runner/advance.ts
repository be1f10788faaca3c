import { type CaptureState, capture, captureEvent, type Database, type Transaction } from '@gondola/db';
import { sql } from 'drizzle-orm';
import { v7 } from 'uuid';
import { isLegalMove, lifecycle, type WorkingState } from '../lifecycle.ts';
import type { CaptureQueue } from '../queue/capture-queue.ts';
import { queueOfState } from '../queue/queue-names.ts';
import type { CaptureColumns, Facts } from '../stage.ts';
import { type ExpectedState, unmoved } from './unmoved.ts';

export interface Move {
  to: CaptureState;
  reason: string;
  facts: Facts;
  actor: string;
  /** Delay before the next job starts; ignored when no stage follows. */
  delaySeconds?: number;
  /** True when the next job runs only after all live jobs. */
  lowPriority?: boolean;
  /** Writes in the transaction of the move; returns the columns of the capture to set with the state. */
  write?(tx: Transaction, queue: CaptureQueue): Promise<CaptureColumns>;
}

/**
 * Moves a capture, in one short transaction: compares state and revision, writes the result, sets the state, appends
 * the history and enqueues the next job. Every move goes through this function. Returns false when another process has
 * moved the capture already. Then nothing is written, and a redelivered job may end.
 */
export async function advance(
  db: Database,
  queue: CaptureQueue,
  expected: ExpectedState,
  move: Move,
): Promise<boolean> {
  return db.transaction((tx) => advanceWithin(tx, queue, expected, move));
}

/** Moves a capture as part of a transaction of the caller. */
export async function advanceWithin(
  tx: Transaction,
  queue: CaptureQueue,
  expected: ExpectedState,
  move: Move,
): Promise<boolean> {
  if (!isLegalMove(expected.state, move.to))
    throw new Error(`a capture may not go from ${expected.state} to ${move.to}`);

  const isUnmoved = unmoved(expected);
  // The comparison locks the row first, so that a concurrent second move writes nothing.
  const [compared] = await tx.select({ id: capture.id }).from(capture).where(isUnmoved).for('update');
  if (!compared) return false;

  const columns = (await move.write?.(tx, queue)) ?? {};
  const jobId = isWorking(move.to) ? v7() : null;
  const revision = expected.revision + 1;
  const [moved] = await tx
    .update(capture)
    .set({
      ...columns,
      state: move.to,
      revision,
      jobId,
      failures: 0,
      transientFaults: 0,
      stateChangedAt: sql`now()`,
    })
    .where(isUnmoved)
    .returning({ id: capture.id });
  if (!moved) return false;

  await tx.insert(captureEvent).values({
    captureId: expected.id,
    revision,
    fromState: expected.state,
    toState: move.to,
    reason: move.reason,
    facts: move.facts,
    actor: move.actor,
  });
  if (jobId && isWorking(move.to))
    await queue.enqueue(tx, [
      {
        id: jobId,
        queue: queueOfState[move.to],
        captureId: expected.id,
        delaySeconds: move.delaySeconds ?? 0,
        lowPriority: move.lowPriority ?? false,
      },
    ]);
  return true;
}

const isWorking = (state: CaptureState): state is WorkingState => lifecycle[state].waitsFor === 'stage';

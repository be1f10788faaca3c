import { type CaptureState, capture, captureEvent, type Database, type Transaction } from '@gondola/db';
import { and, eq, sql } from 'drizzle-orm';
import { v7 } from 'uuid';
import { isLegalMove, lifecycle, type WorkingState } from '../lifecycle.ts';
import type { CaptureQueue } from '../queue/capture-queue.ts';
import { queueOfState } from '../queue/queue-names.ts';
import type { CaptureColumns, Facts } from '../stage.ts';

/** A capture as its mover believes it to be. */
export interface Standing {
  id: string;
  state: CaptureState;
  revision: number;
}

export interface Move {
  to: CaptureState;
  reason: string;
  facts: Facts;
  actor: string;
  /** When the next job may start, from now; ignored where no stage follows. */
  delaySeconds?: number;
  /** The next job lets all live ones pass. */
  yields?: boolean;
  /** Writes of the move, in its transaction; answers the capture's columns to set with the state. */
  write?(tx: Transaction, queue: CaptureQueue): Promise<CaptureColumns>;
}

/**
 * The one door between stages: in one short transaction it compares state and revision, writes the result, sets the
 * state, appends the history and enqueues what follows. False means that someone else has moved the capture already:
 * nothing was written, and a redelivered job may end quietly.
 */
export async function advance(
  db: Database,
  queue: CaptureQueue,
  standing: Standing,
  move: Move,
): Promise<boolean> {
  return db.transaction((tx) => advanceWithin(tx, queue, standing, move));
}

/** The same, as part of a transaction that the caller holds. */
export async function advanceWithin(
  tx: Transaction,
  queue: CaptureQueue,
  standing: Standing,
  move: Move,
): Promise<boolean> {
  if (!isLegalMove(standing.state, move.to))
    throw new Error(`a capture may not go from ${standing.state} to ${move.to}`);

  const asBelieved = and(
    eq(capture.id, standing.id),
    eq(capture.state, standing.state),
    eq(capture.revision, standing.revision),
  );
  // The comparison takes the row's lock first, so that whoever comes second writes nothing at all.
  const [compared] = await tx.select({ id: capture.id }).from(capture).where(asBelieved).for('update');
  if (!compared) return false;

  const columns = (await move.write?.(tx, queue)) ?? {};
  const jobId = isWorking(move.to) ? v7() : null;
  const revision = standing.revision + 1;
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
    .where(asBelieved)
    .returning({ id: capture.id });
  if (!moved) return false;

  await tx.insert(captureEvent).values({
    captureId: standing.id,
    revision,
    fromState: standing.state,
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
        captureId: standing.id,
        delaySeconds: move.delaySeconds ?? 0,
        yields: move.yields ?? false,
      },
    ]);
  return true;
}

const isWorking = (state: CaptureState): state is WorkingState => lifecycle[state].waitsFor === 'stage';

import type { Database, DeadLetterReason, DeadLetterStage, Transaction } from '@gondola/db';
import type { CaptureQueue } from '../queue/capture-queue.ts';
import { mendableReason } from '../recapture/recapture-reasons.ts';
import { requestRecapture } from '../recapture/request-recapture.ts';
import type { CaptureColumns, Facts } from '../stage.ts';
import { insertCaptureDeadLetter } from '../store/insert-capture-dead-letter.ts';
import { advance, type Standing } from './advance.ts';

/**
 * Moves a capture to DEAD_LETTERED, writes its dead letter and, for a reason that a new photo mends, asks the store for
 * one: all or nothing.
 */
export const setAside = (
  tools: { db: Database; queue: CaptureQueue },
  standing: Standing,
  because: {
    stage: DeadLetterStage;
    reason: DeadLetterReason;
    message: string;
    facts: Facts;
    actor: string;
    /** Writes of the stage; answers the capture's columns to set with the state. */
    write?(tx: Transaction): Promise<CaptureColumns>;
  },
): Promise<boolean> =>
  advance(tools.db, tools.queue, standing, {
    to: 'DEAD_LETTERED',
    reason: because.reason,
    facts: because.facts,
    actor: because.actor,
    write: async (tx) => {
      const columns = (await because.write?.(tx)) ?? {};
      await insertCaptureDeadLetter(tx, standing.id, because);
      const reason = mendableReason(because.reason);
      if (reason) await requestRecapture(tx, standing.id, { reasons: [reason], reopens: true });
      return columns;
    },
  });

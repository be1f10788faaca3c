import type { Database, DeadLetterReason, DeadLetterStage } from '@gondola/db';
import type { CaptureQueue } from '../queue/capture-queue.ts';
import type { Facts } from '../stage.ts';
import { insertCaptureDeadLetter } from '../store/insert-capture-dead-letter.ts';
import { advance, type Standing } from './advance.ts';

/** Moves a capture to DEAD_LETTERED and writes its dead letter, both or neither. */
export const setAside = (
  tools: { db: Database; queue: CaptureQueue },
  standing: Standing,
  because: {
    stage: DeadLetterStage;
    reason: DeadLetterReason;
    message: string;
    facts: Facts;
    actor: string;
  },
): Promise<boolean> =>
  advance(tools.db, tools.queue, standing, {
    to: 'DEAD_LETTERED',
    reason: because.reason,
    facts: because.facts,
    actor: because.actor,
    write: async (tx) => {
      await insertCaptureDeadLetter(tx, standing.id, because);
      return {};
    },
  });

import type { Database, DeadLetterReason, DeadLetterStage, MessageParams, Transaction } from '@gondola/db';
import type { CaptureQueue } from '../queue/capture-queue.ts';
import { recaptureReasonOf } from '../recaptures/recapture-reasons.ts';
import { requestRecapture } from '../recaptures/request-recapture.ts';
import type { CaptureColumns, Facts } from '../stage.ts';
import { advance } from './advance.ts';
import { insertCaptureDeadLetter } from './insert-capture-dead-letter.ts';
import type { ExpectedState } from './unmoved.ts';

/**
 * Moves a capture to DEAD_LETTERED and writes its dead letter in the same transaction. Opens a recapture request when a
 * new photo can fix the reason.
 */
export const deadLetterCapture = (
  tools: { db: Database; queue: CaptureQueue },
  expected: ExpectedState,
  cause: {
    stage: DeadLetterStage;
    reason: DeadLetterReason;
    params: MessageParams;
    facts: Facts;
    actor: string;
    /** Writes of the stage; returns the columns of the capture to set with the state. */
    write?(tx: Transaction): Promise<CaptureColumns>;
  },
): Promise<boolean> =>
  advance(tools.db, tools.queue, expected, {
    to: 'DEAD_LETTERED',
    reason: cause.reason,
    facts: cause.facts,
    actor: cause.actor,
    write: async (tx) => {
      const columns = (await cause.write?.(tx)) ?? {};
      await insertCaptureDeadLetter(tx, expected.id, cause);
      const reason = recaptureReasonOf(cause.reason);
      if (reason) await requestRecapture(tx, expected.id, { reasons: [reason], reopens: true });
      return columns;
    },
  });

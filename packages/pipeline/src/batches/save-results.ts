import type { Database, ScoreOrigin } from '@gondola/db';
import type { CaptureQueue } from '../queue/capture-queue.ts';
import type { ScoreResult } from '../stages/score.ts';
import { insertScores } from '../store/insert-scores.ts';
import { endItems, type ItemEnding, lockWaiting } from './end-items.ts';
import { makeCurrent } from './make-current.ts';
import type { BatchRow } from './start-batch.ts';

export interface ItemResult {
  captureId: string;
  scoreBeforeId: string;
  result: ScoreResult;
}

/**
 * Writes the results and endings of items in one transaction, each item once: an item that somebody else ended, or
 * whose batch was paused meanwhile, is left out. Answers how many were written.
 */
export const keepResults = (
  tools: { db: Database; queue: CaptureQueue },
  batch: BatchRow,
  results: readonly ItemResult[],
  endings: readonly ItemEnding[] = [],
): Promise<number> =>
  tools.db.transaction(async (tx) => {
    const ids = [...results, ...endings].map(({ captureId }) => captureId);
    const waiting = await lockWaiting(tx, batch.id, ids);
    const kept = results.filter(({ captureId }) => waiting.has(captureId));
    const origin: ScoreOrigin = batch.mode === 'REINFER' ? 'REINFER' : 'RESCORE';
    const scoreIds = await insertScores(
      tx,
      kept.map(({ captureId, result }) => ({ captureId, result, origin, batchId: batch.id })),
    );
    const done = kept.map(({ captureId, scoreBeforeId }, i): ItemEnding => {
      const scoreAfterId = scoreIds[i] as string;
      return { captureId, state: 'DONE', scoreBeforeId, scoreAfterId };
    });
    await endItems(tx, batch.id, [...done, ...endings.filter(({ captureId }) => waiting.has(captureId))]);
    if (batch.publishesAtOnce) await makeCurrent(tx, tools.queue, batch, done.map(changeOf));
    return waiting.size;
  });

const changeOf = ({ captureId, scoreBeforeId, scoreAfterId }: ItemEnding) => ({
  captureId,
  fromScoreId: scoreBeforeId as string,
  toScoreId: scoreAfterId as string,
});

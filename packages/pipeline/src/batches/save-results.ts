import type { Database, ScoreOrigin } from '@gondola/db';
import type { CaptureQueue } from '../queue/capture-queue.ts';
import { insertScores } from '../stages/score/insert-scores.ts';
import type { ScoreResult } from '../stages/score/score.ts';
import { finishItems, type ItemEnding, lockWaiting } from './finish-items.ts';
import { setCurrentScore } from './set-current-score.ts';
import type { BatchRow } from './start-batch.ts';

export interface ItemResult {
  captureId: string;
  scoreBeforeId: string;
  result: ScoreResult;
}

/**
 * Writes the results and endings of items in one transaction, each item once. Items that ended meanwhile, or whose
 * batch was paused, are left out. Returns the number of written items.
 */
export const saveResults = (
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
    await finishItems(tx, batch.id, [...done, ...endings.filter(({ captureId }) => waiting.has(captureId))]);
    if (batch.publishesAtOnce) await setCurrentScore(tx, tools.queue, batch, done.map(changeOf));
    return waiting.size;
  });

const changeOf = ({ captureId, scoreBeforeId, scoreAfterId }: ItemEnding) => ({
  captureId,
  fromScoreId: scoreBeforeId as string,
  toScoreId: scoreAfterId as string,
});

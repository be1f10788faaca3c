import { Fault } from '../fault.ts';
import { judge } from '../stages/score.ts';
import { loadScoreInputs } from '../store/load-score.ts';
import { aimItems } from './aim-items.ts';
import type { ItemEnding } from './end-items.ts';
import { type ItemResult, keepResults } from './keep-results.ts';
import type { BatchRow } from './start-batch.ts';
import type { BatchTools } from './work-batch.ts';

/** Scores captures again by the detections that are there. One that makes our code fail is failed by itself. */
export async function rescoreItems(
  tools: BatchTools,
  batch: BatchRow,
  captureIds: readonly string[],
): Promise<void> {
  const { aims, endings } = await aimItems(tools.db, batch, captureIds);
  const inputs = await loadScoreInputs(tools.db, aims);
  const results: ItemResult[] = [];
  for (const { captureId, currentScoreId } of aims) {
    const input = inputs.get(captureId);
    if (!input) {
      endings.push(failed(captureId, new Error('the detections of the capture are not there')));
      continue;
    }
    const judged = attempt(() => judge(input));
    if ('result' in judged) results.push({ captureId, scoreBeforeId: currentScoreId, result: judged.result });
    else endings.push(failed(captureId, judged.error));
    await tools.live.letPass();
  }
  await keepResults(tools, batch, results, endings);
}

/** One capture's fault of our own code must not hold up the other thousands; it is told and can be tried again. */
function attempt<T>(work: () => T): { result: T } | { error: unknown } {
  try {
    return { result: work() };
  } catch (error) {
    return { error };
  }
}

export const failed = (captureId: string, error: unknown): ItemEnding => ({
  captureId,
  state: 'FAILED',
  failure: error instanceof Fault ? error.code : 'STAGE_FAILED',
  message: error instanceof Error ? error.message : String(error),
});

import { loadScoreInputs } from '../stages/score/load-score.ts';
import { judge } from '../stages/score/score.ts';
import type { BatchTools } from './batch-tools.ts';
import { failed } from './failed-item.ts';
import { resolveItemTargets } from './resolve-item-targets.ts';
import { type ItemResult, saveResults } from './save-results.ts';
import type { BatchRow } from './start-batch.ts';

/** Scores captures again from their existing detections. A capture that makes our code throw fails alone. */
export async function rescoreItems(
  tools: BatchTools,
  batch: BatchRow,
  captureIds: readonly string[],
): Promise<void> {
  const { targets, endings } = await resolveItemTargets(tools.db, batch, captureIds);
  const inputs = await loadScoreInputs(tools.db, targets);
  const results: ItemResult[] = [];
  for (const { captureId, currentScoreId } of targets) {
    const input = inputs.get(captureId);
    if (!input) {
      endings.push(failed(captureId, new Error('the detections of the capture are missing')));
      continue;
    }
    const judged = attempt(() => judge(input));
    if ('result' in judged) results.push({ captureId, scoreBeforeId: currentScoreId, result: judged.result });
    else endings.push(failed(captureId, judged.error));
    await tools.live.letPass();
  }
  await saveResults(tools, batch, results, endings);
}

/**
 * Converts an error of our own code to a failed item, which a person can retry. One capture must not block thousands of
 * others.
 */
function attempt<T>(work: () => T): { result: T } | { error: unknown } {
  try {
    return { result: work() };
  } catch (error) {
    return { error };
  }
}

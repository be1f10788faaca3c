import type { PipelineTools, RunnerTools } from '@gondola/pipeline/runner';
import type { PrivateSystem } from '../../scripts/private-system/open-private-system.ts';
import { runToScore } from '../lost-commit/run-to-score.ts';

/** Takes captures through inference and scoring, several at once. */
export async function finishInHands(
  system: PrivateSystem,
  ids: readonly string[],
  hands: number,
  tools: RunnerTools & PipelineTools,
): Promise<void> {
  const waiting = [...ids];
  const hand = async () => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift())
      await runToScore(system, id, tools);
  };
  await Promise.all(Array.from({ length: hands }, hand));
}

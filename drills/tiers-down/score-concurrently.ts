import type { PipelineTools, RunnerTools } from '@gondola/pipeline/in-process';
import type { PrivateSystem } from '@gondola/testkit/private-system';
import { runToScore } from '../lost-commit/run-to-score.ts';

/** Moves captures through inference and scoring, several at once. */
export async function scoreConcurrently(
  system: PrivateSystem,
  ids: readonly string[],
  concurrency: number,
  tools: RunnerTools & PipelineTools,
): Promise<void> {
  const waiting = [...ids];
  const worker = async () => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift())
      await runToScore(system, id, tools);
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
}

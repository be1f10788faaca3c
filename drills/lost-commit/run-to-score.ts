import { capture } from '@gondola/db';
import { type PipelineTools, pipeline, type RunnerTools, runStage } from '@gondola/pipeline/runner';
import { sql } from 'drizzle-orm';
import type { PrivateSystem } from '../../scripts/private-system/open-private-system.ts';

/** Attempts of one capture before the drill leaves it as it is, for the checks to find. */
const mostAttempts = 40;

/** Takes a preprocessed capture through inference and scoring as the queue would: again after each broken attempt. */
export async function runToScore(
  { database: { db } }: PrivateSystem,
  captureId: string,
  tools: RunnerTools & PipelineTools,
): Promise<void> {
  const attempts = new Map<string, number>();
  for (let i = 0; i < mostAttempts; i++) {
    const row = await db.query.capture.findFirst({
      columns: { state: true, jobId: true },
      where: sql`${capture.id} = ${captureId}`,
    });
    const stage = pipeline.find(({ from }) => (from as readonly string[]).includes(row?.state ?? ''));
    if (!stage) return;
    const id = row?.jobId ?? '';
    const retryCount = attempts.get(id) ?? 0;
    attempts.set(id, retryCount + 1);
    const job = { id, captureId, retryCount, signal: new AbortController().signal };
    // The runner itself may find the database gone; the queue then hands the job out again.
    await runStage(stage, job, tools).catch(() => 'again');
  }
}

import { capture } from '@gondola/db';
import { type PipelineTools, pipeline, type RunnerTools, runStage } from '@gondola/pipeline/in-process';
import type { PrivateSystem } from '@gondola/testkit/private-system';
import { sql } from 'drizzle-orm';

/** Maximum attempts of one capture; afterwards the checks find it unscored. */
const maxAttempts = 40;

/** Moves a preprocessed capture through inference and scoring as the queue would: again after each failed attempt. */
export async function runToScore(
  { database: { db } }: PrivateSystem,
  captureId: string,
  tools: RunnerTools & PipelineTools,
): Promise<void> {
  const attempts = new Map<string, number>();
  for (let i = 0; i < maxAttempts; i++) {
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
    // The runner itself may fail to reach the database; the queue then delivers the job again.
    await runStage(stage, job, tools).catch(() => 'again');
  }
}

import type { JobWithMetadata, PgBoss } from 'pg-boss';
import { workingStates } from '../lifecycle.ts';
import { type CaptureJob, type QueueName, queueNames } from '../queue/queue-names.ts';
import type { Stage } from '../stage.ts';
import type { LiveTraffic } from './live-traffic.ts';
import { type JobEnding, type RunnerTools, runStage } from './run-stage.ts';

/**
 * Checks that exactly one stage takes captures of each working state and that every queue has a worker.
 *
 * @throws Error that names each gap and its fix.
 */
export function assertComplete<Tools>(pipeline: readonly Stage<Tools>[]): void {
  const problems = workingStates.flatMap((state) => {
    const stages = pipeline.filter((stage) => stage.from.includes(state)).map((stage) => stage.name);
    if (stages.length === 1) return [];
    return stages.length === 0
      ? [`no stage takes captures in ${state}: add it to the 'from' of one stage in pipeline.ts`]
      : [`${state} is taken by ${stages.join(' and ')}: remove it from all but one of them in pipeline.ts`];
  });
  for (const name of queueNames)
    if (!pipeline.some((stage) => stage.concurrency[name]))
      problems.push(`no stage works on queue ${name}: give it a concurrency in pipeline.ts`);
  if (problems.length > 0) throw new Error(`the pipeline is not complete:\n- ${problems.join('\n- ')}`);
}

/** Starts the workers of every stage. Resolves when all of them listen. */
export async function startWorkers<Tools>(
  pipeline: readonly Stage<Tools>[],
  boss: PgBoss,
  tools: RunnerTools & Tools & { live: LiveTraffic },
): Promise<void> {
  assertComplete(pipeline);
  for (const stage of pipeline)
    for (const [queue, concurrency] of Object.entries(stage.concurrency) as [QueueName, number][])
      await boss.work(
        queue,
        { ...workOptions, localConcurrency: concurrency },
        (jobs: JobWithMetadata<CaptureJob>[]) =>
          tools.live.track(() => Promise.all(jobs.map((job) => attempt(stage, job, tools)))),
      );
}

const workOptions = {
  // With two jobs per fetch, a full fetch is followed by the next one at once; with more, one slow photo would delay
  // others.
  batchSize: 2,
  burstWhenBatchFull: true,
  // NOTIFY wakes a worker; the poll finds timers, delayed retries, and jobs whose notification was lost.
  pollingIntervalSeconds: 1,
  notifyPollingIntervalSeconds: 1,
  includeMetadata: true,
  perJobResults: true,
} as const;

async function attempt<Tools>(
  stage: Stage<Tools>,
  job: JobWithMetadata<CaptureJob>,
  tools: RunnerTools & Tools,
): Promise<{ id: string; status: 'completed' | 'failed' }> {
  const { captureId } = job.data;
  const ending: JobEnding = await runStage(
    stage,
    { id: job.id, captureId, retryCount: job.retryCount, signal: job.signal },
    tools,
  ).catch((error: unknown) => {
    // The database is unreachable: the queue retries the job.
    tools.log.error({ err: error, captureId }, 'the runner could not settle the job');
    return 'again' as const;
  });
  return { id: job.id, status: ending === 'done' ? 'completed' : 'failed' };
}

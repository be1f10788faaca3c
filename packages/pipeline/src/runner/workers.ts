import type { JobWithMetadata, PgBoss } from 'pg-boss';
import { workingStates } from '../lifecycle.ts';
import { type CaptureJob, type QueueName, queueNames } from '../queue/queue-names.ts';
import type { Stage } from '../stage.ts';
import type { LiveWork } from './live-work.ts';
import { type JobEnding, type RunnerTools, runStage } from './run-stage.ts';

/** Refuses a pipeline in which a capture would be stuck, or worked on by two stages. Says what to mend. */
export function assertComplete<Tools>(pipeline: readonly Stage<Tools>[]): void {
  const problems = workingStates.flatMap((state) => {
    const stages = pipeline.filter((stage) => stage.from.includes(state)).map((stage) => stage.name);
    if (stages.length === 1) return [];
    return stages.length === 0
      ? [`no stage takes captures in ${state}: add it to the 'from' of one stage in pipeline.ts`]
      : [`${state} is taken by ${stages.join(' and ')}: leave it to one of them in pipeline.ts`];
  });
  for (const name of queueNames)
    if (!pipeline.some((stage) => stage.concurrency[name]))
      problems.push(`no stage works on queue ${name}: give it a concurrency in pipeline.ts`);
  if (problems.length > 0) throw new Error(`the pipeline is not complete:\n- ${problems.join('\n- ')}`);
}

/** Puts every stage to work on its queues. Resolves when all are listening. */
export async function startWorkers<Tools>(
  pipeline: readonly Stage<Tools>[],
  boss: PgBoss,
  tools: RunnerTools & Tools & { live: LiveWork },
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
  // Two at a time, so that a full batch is followed by the next at once; more would let one slow photo hold up others.
  batchSize: 2,
  burstWhenBatchFull: true,
  // NOTIFY wakes a worker; the poll finds timers, backed-off retries, and whatever a lost notification left behind.
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
    // The database itself is out of reach: the queue hands the job out again.
    tools.log.error({ err: error, captureId }, 'the runner could not settle the job');
    return 'again' as const;
  });
  return { id: job.id, status: ending === 'done' ? 'completed' : 'failed' };
}

import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '@gondola/db';
import { sql } from 'drizzle-orm';
import { batchPriority, queueNames } from '../queue/queue-names.ts';

/** The live captures that this worker knows of, so that batches can give way to them. */
export interface LiveTraffic {
  /** Runs work on a live capture and counts it while it runs. */
  track<T>(work: () => Promise<T>): Promise<T>;
  /**
   * Delays a batch before each of its steps. Returns at once while there is no live job. Waits while live jobs are
   * queued or run on this worker, up to a limit: a batch makes slow progress under endless load. While other workers
   * process live jobs, perhaps on the same machine, the batch pauses between its steps.
   */
  letPass(signal?: AbortSignal): Promise<void>;
}

/** The longest time that one step of a batch gives way. */
const maxDelayMs = 2000;
const pollEveryMs = 50;
/** Interval between two reads of the queues: each is a query. */
const queueReadIntervalMs = 250;
/** A pause of three times the duration of the last step leaves a batch a quarter of its share of the machine. */
const pausePerStep = 3;

export function createLiveTraffic(db: Database, now: () => number = () => performance.now()): LiveTraffic {
  let running = 0;
  let readAt = Number.NEGATIVE_INFINITY;
  let jobs: LiveJobs = { waiting: false, active: false };
  let lastStepAt = now();

  const readJobs = async () => {
    if (now() - readAt >= queueReadIntervalMs) {
      readAt = now();
      jobs = await readLiveJobs(db);
    }
    return jobs;
  };
  return {
    async track(work) {
      running += 1;
      try {
        return await work();
      } finally {
        running -= 1;
      }
    },
    async letPass(signal) {
      const stepMs = Math.min(maxDelayMs, now() - lastStepAt);
      const until = now() + maxDelayMs;
      while ((running > 0 || (await readJobs()).waiting) && now() < until && !signal?.aborted)
        await pause(pollEveryMs);
      if (jobs.active && running === 0 && !signal?.aborted)
        await pause(Math.min(maxDelayMs, pausePerStep * stepMs));
      lastStepAt = now();
    },
  };
}

interface LiveJobs {
  waiting: boolean;
  active: boolean;
}

/**
 * Reads whether live jobs of any worker wait or run. Low-priority jobs belong to batches, and a batch does not give way
 * to itself.
 */
async function readLiveJobs(db: Database): Promise<LiveJobs> {
  const { rows } = await db.execute<LiveJobs & Record<string, unknown>>(sql`
    select coalesce(bool_or(state < 'active' and start_after <= now()), false) as waiting,
      coalesce(bool_or(state = 'active'), false) as active
    from pgboss.job where name in ${queueNames} and state <= 'active' and priority > ${batchPriority}`);
  return rows[0] ?? { waiting: false, active: false };
}

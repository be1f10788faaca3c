import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '@gondola/db';
import { sql } from 'drizzle-orm';
import { queueNames, yieldingPriority } from '../queue/queue-names.ts';

/** What this worker knows of live captures, so that batches can give way to them. */
export interface LiveWork {
  /** Runs work on a live capture, and counts it while it lasts. */
  track<T>(work: () => Promise<T>): Promise<T>;
  /**
   * Called before each step of a batch. Returns at once while nothing live is about. While some waits in a queue or is in
   * this worker's hands, it waits for that, but not for ever: a batch moves on, slowly, also below a load that never
   * ends. While other workers are at it, which may be on this machine, the batch rests between its steps.
   */
  letPass(signal?: AbortSignal): Promise<void>;
}

/** How long one step of a batch gives way at most. */
const patienceMs = 2000;
const lookEveryMs = 50;
/** Between two looks into the queues: each is a query. */
const queueLookMs = 250;
/** A rest this many times as long as the step before it leaves a batch a quarter of its share of the machine. */
const restPerStep = 3;

export function createLiveWork(db: Database, now: () => number = () => performance.now()): LiveWork {
  let inHand = 0;
  let lookedAt = Number.NEGATIVE_INFINITY;
  let about: LiveJobs = { waiting: false, active: false };
  let passedAt = now();

  const look = async () => {
    if (now() - lookedAt >= queueLookMs) {
      lookedAt = now();
      about = await readLiveJobs(db);
    }
    return about;
  };
  return {
    async track(work) {
      inHand += 1;
      try {
        return await work();
      } finally {
        inHand -= 1;
      }
    },
    async letPass(signal) {
      const stepMs = Math.min(patienceMs, now() - passedAt);
      const until = now() + patienceMs;
      while ((inHand > 0 || (await look()).waiting) && now() < until && !signal?.aborted)
        await pause(lookEveryMs);
      if (about.active && inHand === 0 && !signal?.aborted)
        await pause(Math.min(patienceMs, restPerStep * stepMs));
      passedAt = now();
    },
  };
}

interface LiveJobs {
  waiting: boolean;
  active: boolean;
}

/** Of all workers. Jobs that yield are a batch's own: a batch does not give way to itself. */
async function readLiveJobs(db: Database): Promise<LiveJobs> {
  const { rows } = await db.execute<LiveJobs & Record<string, unknown>>(sql`
    select coalesce(bool_or(state < 'active' and start_after <= now()), false) as waiting,
      coalesce(bool_or(state = 'active'), false) as active
    from pgboss.job where name in ${queueNames} and state <= 'active' and priority > ${yieldingPriority}`);
  return rows[0] ?? { waiting: false, active: false };
}

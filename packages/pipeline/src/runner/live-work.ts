import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '@gondola/db';
import { sql } from 'drizzle-orm';
import { queueNames } from '../queue/queue-names.ts';

/** What this worker knows of live captures, so that batches can give way to them. */
export interface LiveWork {
  /** Runs work on a live capture, and counts it while it lasts. */
  track<T>(work: () => Promise<T>): Promise<T>;
  /**
   * Returns at once while nothing live waits or is in hand; otherwise waits for it, but not for ever: a batch moves
   * on, slowly, also below a load that never ends.
   */
  letPass(signal?: AbortSignal): Promise<void>;
}

/** How long one step of a batch gives way at most. */
const patienceMs = 2000;
const lookEveryMs = 50;
/** Between two looks into the queue: each is a query. */
const queueLookMs = 250;

export function createLiveWork(db: Database, now: () => number = () => performance.now()): LiveWork {
  let inHand = 0;
  let lookedAt = Number.NEGATIVE_INFINITY;
  let waits = false;

  const anyWaits = async () => {
    if (now() - lookedAt < queueLookMs) return waits;
    lookedAt = now();
    waits = await isAnyReady(db);
    return waits;
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
      const until = now() + patienceMs;
      while ((inHand > 0 || (await anyWaits())) && now() < until && !signal?.aborted)
        await pause(lookEveryMs);
    },
  };
}

/** Yielding jobs are a batch's own; a batch does not wait for itself. */
async function isAnyReady(db: Database): Promise<boolean> {
  const { rows } = await db.execute<{ any: boolean }>(sql`
    select exists (
      select 1 from pgboss.job
      where name in ${queueNames} and state < 'active' and start_after <= now() and priority >= 0) as any`);
  return rows[0]?.any ?? false;
}

import { captureConflict, type Database, deadLetter } from '@gondola/db';
import { readBreakerGauges } from '@gondola/pipeline/breakers';
import { readQueueDepths } from '@gondola/pipeline/queue';
import type { Observation } from '@gondola/pipeline/telemetry';
import { count, isNull, notLike } from 'drizzle-orm';
import { countOpenDrift } from './pipeline-summary.ts';

/** The gauges of a scrape: how much waits, and how long. */
export async function observe(db: Database): Promise<Observation> {
  const [depths, deadLettersOpen, driftOpen, captureConflicts, breakers] = await Promise.all([
    readQueueDepths(db),
    db
      .select({ reason: deadLetter.reason, count: count() })
      .from(deadLetter)
      .where(isNull(deadLetter.resolvedAt))
      .groupBy(deadLetter.reason),
    countOpenDrift(db),
    // Claims that cannot be compared yet are no conflicts.
    db.$count(captureConflict, notLike(captureConflict.claim, 'open:%')),
    readBreakerGauges(db),
  ]);
  const queues = depths.map(({ name, ready, deferred, active, oldestSeconds }) => ({
    queue: name,
    depth: ready + deferred + active,
    oldestSeconds,
  }));
  return { queues, deadLettersOpen, driftOpen, captureConflicts, breakers };
}

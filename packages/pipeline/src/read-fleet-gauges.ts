import { captureConflict, type Database, deadLetter, driftItem } from '@gondola/db';
import { count, isNull, notLike } from 'drizzle-orm';
import { readBreakerGauges } from './breakers/rows/breaker-gauges.ts';
import { openPrefix } from './intake/conflicts/compare-photos.ts';
import { readQueueDepths } from './queue/read-queue-depths.ts';
import type { FleetGauges } from './telemetry/observed-gauges.ts';

/** Reads the gauges of the whole fleet for one scrape: queue depths and ages, open items, and breaker states. */
export async function readFleetGauges(db: Database): Promise<FleetGauges> {
  const [depths, deadLettersOpen, driftOpen, captureConflicts, breakers] = await Promise.all([
    readQueueDepths(db),
    db
      .select({ reason: deadLetter.reason, count: count() })
      .from(deadLetter)
      .where(isNull(deadLetter.resolvedAt))
      .groupBy(deadLetter.reason),
    db.$count(driftItem, isNull(driftItem.releasedAt)),
    // Open claims cannot be compared yet and are not conflicts.
    db.$count(captureConflict, notLike(captureConflict.claim, `${openPrefix}%`)),
    readBreakerGauges(db),
  ]);
  const queues = depths.map(({ name, ...depth }) => ({ queue: name, ...depth }));
  return { queues, deadLettersOpen, driftOpen, captureConflicts, breakers };
}

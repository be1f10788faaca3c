import { type Database, deadLetter, driftItem } from '@gondola/db';
import { count, isNull } from 'drizzle-orm';
import { readQueueDepths } from '../queue/read-depths.ts';
import { readBreakerGauges } from '../store/breaker/breaker-gauges.ts';
import type { Observe } from './observed-gauges.ts';

/** The gauges' source: asked once a scrape, so that every process shows the same, true numbers. */
export function observeDatabase(db: Database): Observe {
  return async () => {
    const queues = await readQueueDepths(db);
    const deadLettersOpen = await db
      .select({ reason: deadLetter.reason, count: count() })
      .from(deadLetter)
      .where(isNull(deadLetter.resolvedAt))
      .groupBy(deadLetter.reason);
    const [drift] = await db.select({ count: count() }).from(driftItem).where(isNull(driftItem.releasedAt));
    return {
      queues: queues.map(({ name, ready, active, oldestSeconds }) => ({
        queue: name,
        depth: ready + active,
        oldestSeconds: oldestSeconds ?? 0,
      })),
      deadLettersOpen,
      driftOpen: drift?.count ?? 0,
      breakers: await readBreakerGauges(db),
    };
  };
}

import type { BreakerState, Database } from '@gondola/db';
import { sql } from 'drizzle-orm';

export interface BreakerGauge {
  provider: string;
  /** The worst state of the provider's breakers. */
  state: BreakerState;
}

/**
 * What a scrape shows. A provider that runs inside of workers has a breaker per machine (`onnx/detect@host`); one of a
 * machine that is gone stays open for ever, since nobody probes it, and is left out when an hour has passed over it.
 */
export async function readBreakerGauges(db: Database): Promise<BreakerGauge[]> {
  const { rows } = await db.execute<{ provider: string; state: BreakerState }>(sql`
    select distinct on (provider) split_part(name, '/', 1) as provider, state
    from breaker
    where not (name like '%@%' and state in ('OPEN', 'HALF_OPEN')
      and updated_at < clock_timestamp() - interval '1 hour')
    order by provider, array_position(array['ISOLATED', 'OPEN', 'HALF_OPEN', 'CLOSED'], state)`);
  return rows;
}

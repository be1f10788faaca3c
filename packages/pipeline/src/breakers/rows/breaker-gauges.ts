import type { BreakerState, Database } from '@gondola/db';
import { sql } from 'drizzle-orm';

export interface BreakerGauge {
  provider: string;
  /** The worst state among the provider's breakers. */
  state: BreakerState;
}

/**
 * Reads the gauges of a scrape. A provider inside of workers has one breaker per machine (`onnx/detect@host`). The
 * breaker of a removed machine stays open for ever, because no worker probes it. It is left out after an hour.
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

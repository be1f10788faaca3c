import { type SQL, sql } from 'drizzle-orm';
import { providerOf } from './provider-of.ts';

export interface Outage {
  breaker: string;
  from: Date;
  to: Date;
}

/**
 * After the breaker has closed, captures still go past the provider while it ramps up, and some were on their way:
 * their attempts are written this much later and belong to the outage as well.
 */
export const settlingSeconds = 60;

/** The ids of captures that a lower tier scored because a provider was out, as they stand now: a query to be counted or followed. */
export const capturesOfOutage = ({ breaker, from, to }: Outage): SQL => sql`
  select distinct c.id
  from inference_attempt a join capture c on c.id = a.capture_id
  where a.provider = ${providerOf(breaker)}
    and a.created_at >= ${from.toISOString()}::timestamptz
    and a.created_at < ${to.toISOString()}::timestamptz + make_interval(secs => ${settlingSeconds})
    and a.outcome in ('BREAKER_OPEN', 'TRANSIENT', 'THROTTLED', 'CONFIGURATION', 'NOT_READY')
    and c.state = 'SCORED' and c.tier > a.tier`;

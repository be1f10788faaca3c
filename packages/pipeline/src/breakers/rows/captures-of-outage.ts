import { type SQL, sql } from 'drizzle-orm';
import { providerOf } from './provider-of.ts';

export interface Outage {
  breaker: string;
  from: Date;
  to: Date;
}

/**
 * Attempts may be recorded this long after the closing and still belong to the outage. Some captures pass the provider
 * during the ramp, and others were in progress.
 */
export const settlingSeconds = 60;

/**
 * Selects the ids of captures that a lower tier scored because a provider was out, by their present state. Callers
 * count or join the query.
 */
export const capturesOfOutage = ({ breaker, from, to }: Outage): SQL => sql`
  select distinct c.id
  from inference_attempt a join capture c on c.id = a.capture_id
  where a.provider = ${providerOf(breaker)}
    and a.created_at >= ${from.toISOString()}::timestamptz
    and a.created_at < ${to.toISOString()}::timestamptz + make_interval(secs => ${settlingSeconds})
    and a.outcome in ('BREAKER_OPEN', 'TRANSIENT', 'THROTTLED', 'CONFIGURATION', 'NOT_READY')
    and c.state = 'SCORED' and c.tier > a.tier`;

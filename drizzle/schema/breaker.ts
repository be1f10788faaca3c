import { sql } from 'drizzle-orm';
import { bigint, check, doublePrecision, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';
import { type BreakerState, breakerStates } from './vocabulary.ts';

/**
 * The shared state of a provider's operation in the whole fleet. All times are by the database's clock. A healthy operation
 * causes no writes: only failures, transitions and the one leased probe are written.
 */
export const breaker = pgTable(
  'breaker',
  {
    /** Provider and operation, such as `rekognition/detect`. */
    name: text('name').primaryKey(),
    state: text('state').$type<BreakerState>().notNull().default('CLOSED'),
    /** Increases with every transition: a result of an older generation changes nothing. */
    generation: bigint('generation', { mode: 'number' }).notNull().default(0),
    /** Failures of the whole fleet in the window that began at `windowStartedAt`, and the known calls. */
    failures: integer('failures').notNull().default(0),
    calls: integer('calls').notNull().default(0),
    windowStartedAt: instant('window_started_at'),
    openedAt: instant('opened_at'),
    /** Earliest time of the next probe, jitter and Retry-After included. */
    retryAt: instant('retry_at'),
    /** Openings since the breaker was last closed; the wait grows with them. */
    reopenCount: integer('reopen_count').notNull().default(0),
    probeOwner: text('probe_owner'),
    probeLeaseUntil: instant('probe_lease_until'),
    probeSuccesses: integer('probe_successes').notNull().default(0),
    /** Time of closing, from which admission ramps up. */
    closedAt: instant('closed_at'),
    reason: text('reason'),
    /** Rate of the shared token bucket after 429s: calls a second, null while the provider does not throttle. */
    ratePerSecond: doublePrecision('rate_per_second'),
    tokens: doublePrecision('tokens'),
    tokensAt: instant('tokens_at'),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  () => [
    check('breaker_state', sql.raw(`state in (${breakerStates.map((s) => `'${s}'`).join(', ')})`)),
    check('breaker_open_has_retry', sql`state <> 'OPEN' or retry_at is not null`),
    check(
      'breaker_probe_has_lease',
      sql`state <> 'HALF_OPEN' or (probe_owner is not null and probe_lease_until is not null)`,
    ),
  ],
);

import { sql } from 'drizzle-orm';
import { bigint, check, doublePrecision, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';
import { type BreakerState, breakerStates } from './vocabulary.ts';

/**
 * The fleet's one opinion of a provider's operation. All times are the database's. While it is healthy nobody writes
 * here: only failures, transitions and the one leased probe do.
 */
export const breaker = pgTable(
  'breaker',
  {
    /** Provider and operation, such as `rekognition/detect`. */
    name: text('name').primaryKey(),
    state: text('state').$type<BreakerState>().notNull().default('CLOSED'),
    /** Goes up with every transition: a result of an older generation changes nothing. */
    generation: bigint('generation', { mode: 'number' }).notNull().default(0),
    /** Failures of the whole fleet in the window that began at `windowStartedAt`, and the calls that it knows of. */
    failures: integer('failures').notNull().default(0),
    calls: integer('calls').notNull().default(0),
    windowStartedAt: instant('window_started_at'),
    openedAt: instant('opened_at'),
    /** When a probe may be sent: jitter and Retry-After are in it already. */
    retryAt: instant('retry_at'),
    /** Openings since it was last closed; the wait grows with them. */
    reopenCount: integer('reopen_count').notNull().default(0),
    probeOwner: text('probe_owner'),
    probeLeaseUntil: instant('probe_lease_until'),
    probeSuccesses: integer('probe_successes').notNull().default(0),
    /** Admission ramps up from here after it was closed. */
    closedAt: instant('closed_at'),
    reason: text('reason'),
    /** The shared token bucket that follows 429s: calls a second, null while nobody throttles. */
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

import { doublePrecision, index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { createdAt, id } from './columns.ts';

/** Settings of a breaker. Rows are immutable; the newest row of a name applies, and a null name applies to all breakers. */
export const breakerPolicy = pgTable(
  'breaker_policy',
  {
    id: id(),
    name: text('name'),
    failuresToOpen: integer('failures_to_open').notNull(),
    /** Minimum share of failures among the calls of the window, 0..1. */
    failureRateToOpen: doublePrecision('failure_rate_to_open').notNull(),
    windowSeconds: doublePrecision('window_seconds').notNull(),
    baseSeconds: doublePrecision('base_seconds').notNull(),
    factor: doublePrecision('factor').notNull(),
    capSeconds: doublePrecision('cap_seconds').notNull(),
    /** Share of the wait that is randomised, 0..1. */
    jitter: doublePrecision('jitter').notNull(),
    probeSuccessesToClose: integer('probe_successes_to_close').notNull(),
    probeLeaseSeconds: doublePrecision('probe_lease_seconds').notNull(),
    rampSeconds: doublePrecision('ramp_seconds').notNull(),
    callTimeoutMs: integer('call_timeout_ms').notNull(),
    note: text('note').notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: createdAt(),
  },
  (t) => [index('breaker_policy_name').on(t.name, t.createdAt)],
);

import { bigint, index, jsonb, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { id, instant } from './columns.ts';
import type { BreakerState } from './vocabulary.ts';

/** Every change of a breaker's state, append-only (enforced by the database). `generation` is gapless from 1. */
export const breakerTransition = pgTable(
  'breaker_transition',
  {
    id: id(),
    name: text('name').notNull(),
    generation: bigint('generation', { mode: 'number' }).notNull(),
    fromState: text('from_state').$type<BreakerState>().notNull(),
    toState: text('to_state').$type<BreakerState>().notNull(),
    reason: text('reason').notNull(),
    /** Facts at the time: failures, Retry-After, the wait until the next probe. */
    facts: jsonb('facts').$type<Record<string, unknown>>().notNull(),
    /** `worker:<id>`, or the person who isolated or restored it. */
    actor: text('actor').notNull(),
    at: instant('at').notNull().defaultNow(),
  },
  (t) => [
    unique('breaker_transition_generation').on(t.name, t.generation),
    index('breaker_transition_at').on(t.name, t.at),
  ],
);

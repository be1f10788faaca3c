import { integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { capture } from './capture.ts';
import { instant } from './columns.ts';
import type { CaptureState } from './vocabulary.ts';

/** A capture's history, one row for each state change, append-only (enforced by the database). `revision` is gapless from 0. */
export const captureEvent = pgTable(
  'capture_event',
  {
    captureId: uuid('capture_id')
      .notNull()
      .references(() => capture.id),
    revision: integer('revision').notNull(),
    /** Null for the first event. */
    fromState: text('from_state').$type<CaptureState>(),
    toState: text('to_state').$type<CaptureState>().notNull(),
    /** Machine-readable cause: PASS, DEGRADED, VERSION_NOT_ACTIVE, a dead-letter reason, ... */
    reason: text('reason').notNull(),
    /** Facts of the state change: timings in ms, tier, flaws, the person who released it. */
    facts: jsonb('facts').$type<Record<string, unknown>>().notNull(),
    actor: text('actor').notNull(),
    at: instant('at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.captureId, t.revision] })],
);

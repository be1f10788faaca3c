import { index, integer, pgTable, real, text, uuid } from 'drizzle-orm/pg-core';
import { capture } from './capture.ts';
import { createdAt, id } from './columns.ts';
import type { AttemptOutcome } from './vocabulary.ts';

/** One attempt of one tier at one capture, recorded by the ladder. */
export const inferenceAttempt = pgTable(
  'inference_attempt',
  {
    id: id(),
    captureId: uuid('capture_id')
      .notNull()
      .references(() => capture.id),
    ordinal: integer('ordinal').notNull(),
    tier: integer('tier').notNull(),
    provider: text('provider').notNull(),
    outcome: text('outcome').$type<AttemptOutcome>().notNull(),
    message: text('message'),
    durationMs: real('duration_ms').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    index('inference_attempt_capture').on(t.captureId, t.ordinal),
    index('inference_attempt_created').on(t.createdAt, t.provider),
  ],
);

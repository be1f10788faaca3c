import { index, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { capture } from './capture.ts';
import { createdAt, id } from './columns.ts';

/** A payload with the key of an earlier capture and another photo: kept and shown, never dropped. */
export const captureConflict = pgTable(
  'capture_conflict',
  {
    id: id(),
    captureId: uuid('capture_id')
      .notNull()
      .references(() => capture.id),
    payload: jsonb('payload').notNull(),
    /** The other photo's SHA-256 (declared or uploaded), or its URL. */
    claim: text('claim').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    unique('capture_conflict_claim').on(t.captureId, t.claim),
    index('capture_conflict_created').on(t.createdAt, t.id),
  ],
);

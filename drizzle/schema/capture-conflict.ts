import { index, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { capture } from './capture.ts';
import { createdAt, id } from './columns.ts';
import { deviceKey } from './device-key.ts';
import { image } from './image.ts';

/** A payload with the key of an earlier capture but another photo: stored and shown, never dropped. */
export const captureConflict = pgTable(
  'capture_conflict',
  {
    id: id(),
    captureId: uuid('capture_id')
      .notNull()
      .references(() => capture.id),
    /** The later payload, or null when only other bytes arrived for the upload of the capture. */
    payload: jsonb('payload'),
    /** The other photo's SHA-256 (declared or uploaded), or its URL. */
    claim: text('claim').notNull(),
    /** The other photo, when its bytes are in the object store. */
    sha256: text('sha256').references(() => image.sha256),
    deviceKeyId: uuid('device_key_id').references(() => deviceKey.id),
    createdAt: createdAt(),
  },
  (t) => [
    unique('capture_conflict_claim').on(t.captureId, t.claim),
    index('capture_conflict_created').on(t.createdAt, t.id),
  ],
);

import { sql } from 'drizzle-orm';
import { check, index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { bay } from './bay.ts';
import { capture } from './capture.ts';
import { createdAt, id, instant } from './columns.ts';
import { store } from './store.ts';
import type { RecaptureEnding, RecaptureReason } from './vocabulary.ts';

/** A request to the store for a new photo, with reasons that a device can act on. */
export const recaptureRequest = pgTable(
  'recapture_request',
  {
    id: id(),
    captureId: uuid('capture_id')
      .notNull()
      .references(() => capture.id),
    bayId: uuid('bay_id')
      .notNull()
      .references(() => bay.id),
    storeId: uuid('store_id')
      .notNull()
      .references(() => store.id),
    reasons: text('reasons').array().$type<RecaptureReason[]>().notNull(),
    createdAt: createdAt(),
    closedAt: instant('closed_at'),
    ending: text('ending').$type<RecaptureEnding>(),
    /** The capture that brought the new photo. */
    fulfilledById: uuid('fulfilled_by_id').references(() => capture.id),
  },
  (t) => [
    unique('recapture_request_capture').on(t.captureId),
    index('recapture_request_bay').on(t.bayId, t.createdAt),
    index('recapture_request_open').on(t.storeId, t.createdAt, t.id).where(sql`closed_at is null`),
    check('recapture_request_ending', sql`(closed_at is null) = (ending is null)`),
  ],
);

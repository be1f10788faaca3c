import { index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { bay } from './bay.ts';
import { capture } from './capture.ts';
import { createdAt, id, instant } from './columns.ts';
import type { QualityFlaw } from './vocabulary.ts';

/** A new photo asked of the store, with the reasons a device can act on. */
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
    reasons: text('reasons').array().$type<QualityFlaw[]>().notNull(),
    createdAt: createdAt(),
    fulfilledAt: instant('fulfilled_at'),
  },
  (t) => [
    unique('recapture_request_capture').on(t.captureId),
    index('recapture_request_bay').on(t.bayId, t.createdAt),
  ],
);

import { index, integer, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core';
import { alert } from './alert.ts';
import { capture } from './capture.ts';

/** A capture that shows why an alert was raised. */
export const alertCapture = pgTable(
  'alert_capture',
  {
    alertId: uuid('alert_id')
      .notNull()
      .references(() => alert.id),
    captureId: uuid('capture_id')
      .notNull()
      .references(() => capture.id),
    /** The clearest example has 0. */
    ordinal: integer('ordinal').notNull(),
  },
  (t) => [primaryKey({ columns: [t.alertId, t.captureId] }), index('alert_capture_capture').on(t.captureId)],
);

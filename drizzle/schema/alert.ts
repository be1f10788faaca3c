import { sql } from 'drizzle-orm';
import { index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { capture } from './capture.ts';
import { createdAt, id, instant } from './columns.ts';
import { store } from './store.ts';
import type { AlertRule } from './vocabulary.ts';

/** Something that a person should look at. One row stays open per rule and subject, however often it happens. */
export const alert = pgTable(
  'alert',
  {
    id: id(),
    rule: text('rule').$type<AlertRule>().notNull(),
    /** What it is about, such as a capture's id: one open alert per rule and subject. */
    subject: text('subject').notNull(),
    storeId: uuid('store_id').references(() => store.id),
    captureId: uuid('capture_id').references(() => capture.id),
    message: text('message').notNull(),
    occurrences: integer('occurrences').notNull().default(1),
    createdAt: createdAt(),
    lastSeenAt: instant('last_seen_at').notNull().defaultNow(),
    acknowledgedAt: instant('acknowledged_at'),
    acknowledgedBy: text('acknowledged_by'),
    closedAt: instant('closed_at'),
    closedBy: text('closed_by'),
  },
  (t) => [
    uniqueIndex('alert_open').on(t.rule, t.subject).where(sql`closed_at is null`),
    index('alert_created').on(t.createdAt, t.id),
  ],
);

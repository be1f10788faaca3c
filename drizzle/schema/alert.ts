import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { capture } from './capture.ts';
import { createdAt, id, instant } from './columns.ts';
import type { MessageParams } from './message-params.ts';
import { store } from './store.ts';
import type { AlertRule } from './vocabulary.ts';

/** A condition that a person should check. One row stays open per rule and subject, with a count of occurrences. */
export const alert = pgTable(
  'alert',
  {
    id: id(),
    rule: text('rule').$type<AlertRule>().notNull(),
    /** The object of the alert, such as a capture's id. */
    subject: text('subject').notNull(),
    storeId: uuid('store_id').references(() => store.id),
    captureId: uuid('capture_id').references(() => capture.id),
    /** What the sentence of the newest occurrence needs. */
    params: jsonb('params').$type<MessageParams>().notNull().default({}),
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

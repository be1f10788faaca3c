import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { createdAt, id } from './columns.ts';

/**
 * Retention periods. Rows are immutable and the newest applies. Without a row, captures are archived after the built-in
 * review window and no photo expires.
 */
export const retentionPolicy = pgTable(
  'retention_policy',
  {
    id: id(),
    /** Days after scoring during which a capture is under review; then it is ARCHIVED. */
    reviewDays: integer('review_days').notNull(),
    /** Days after archiving until the photo of a capture without a fault expires; null: never. */
    cleanPhotoDays: integer('clean_photo_days'),
    /** The same for a capture with at least one fault, or without a score: evidence in a dispute. */
    faultyPhotoDays: integer('faulty_photo_days'),
    /** Days between the dry run that announces an expiry and the expiry. */
    noticeDays: integer('notice_days').notNull(),
    note: text('note').notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    check(
      'retention_policy_days',
      sql`review_days > 0 and notice_days > 0 and coalesce(clean_photo_days, 1) > 0 and coalesce(faulty_photo_days, 1) > 0`,
    ),
    index('retention_policy_created').on(t.createdAt, t.id),
  ],
);

import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { createdAt, id } from './columns.ts';

/**
 * How long things are kept. Rows are written once and the newest counts; while there is none, captures are archived
 * after the built-in review window and no photo ever expires.
 */
export const retentionPolicy = pgTable(
  'retention_policy',
  {
    id: id(),
    /** Days after scoring during which a capture is under review; then it is ARCHIVED. */
    reviewDays: integer('review_days').notNull(),
    /** Days after archiving that the photo of a capture without a fault is kept; null: for ever. */
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

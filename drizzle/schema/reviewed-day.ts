import { boolean, date, pgTable } from 'drizzle-orm/pg-core';
import { createdAt, instant } from './columns.ts';

/** A day whose levels are in `bay_day`: the place where the next review goes on. */
export const reviewedDay = pgTable('reviewed_day', {
  day: date('day').primaryKey(),
  /** False for days from before the first review, whose levels serve as a baseline only. */
  isJudged: boolean('is_judged').notNull(),
  /** When the latest captures were last compared at once, without waiting for the end of the next day. */
  comparedAt: instant('compared_at'),
  createdAt: createdAt(),
});

import { pgTable, text } from 'drizzle-orm/pg-core';
import { createdAt, id } from './columns.ts';

export const store = pgTable('store', {
  id: id(),
  /** The retailer's code, sent by devices in `store_id`. */
  code: text('code').notNull().unique(),
  name: text('name').notNull(),
  /** IANA zone; times are shown to people in it. */
  timeZone: text('time_zone').notNull().default('UTC'),
  createdAt: createdAt(),
});

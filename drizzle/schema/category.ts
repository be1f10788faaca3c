import { pgTable, text } from 'drizzle-orm/pg-core';
import { createdAt, id } from './columns.ts';

/** A range of products that is planned together, such as coffee. A planogram belongs to one at most. */
export const category = pgTable('category', {
  id: id(),
  /** The retailer's code, and the text that planogram files give with their products. */
  code: text('code').notNull().unique(),
  name: text('name').notNull(),
  createdAt: createdAt(),
});

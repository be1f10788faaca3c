import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { category } from './category.ts';
import { createdAt, id } from './columns.ts';

/** A named plan whose editions are planogram versions. */
export const planogram = pgTable(
  'planogram',
  {
    id: id(),
    code: text('code').notNull().unique(),
    name: text('name').notNull(),
    /** Captures have the category of the planogram that they are scored against. */
    categoryId: uuid('category_id').references(() => category.id),
    createdAt: createdAt(),
  },
  (t) => [index('planogram_category').on(t.categoryId, t.code)],
);

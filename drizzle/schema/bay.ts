import { pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id } from './columns.ts';
import { store } from './store.ts';

/** A run of shelving at an aisle coordinate of a store. Created when a device first names it. */
export const bay = pgTable(
  'bay',
  {
    id: id(),
    storeId: uuid('store_id')
      .notNull()
      .references(() => store.id),
    aisle: text('aisle').notNull(),
    createdAt: createdAt(),
  },
  (t) => [unique('bay_store_aisle').on(t.storeId, t.aisle)],
);

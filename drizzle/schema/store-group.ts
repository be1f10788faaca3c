import { index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id } from './columns.ts';
import { store } from './store.ts';

/** Stores with common planning: a region, a format, a cluster. */
export const storeGroup = pgTable('store_group', {
  id: id(),
  code: text('code').notNull().unique(),
  name: text('name').notNull(),
  createdAt: createdAt(),
});

export const storeGroupMember = pgTable(
  'store_group_member',
  {
    groupId: uuid('group_id')
      .notNull()
      .references(() => storeGroup.id),
    storeId: uuid('store_id')
      .notNull()
      .references(() => store.id),
  },
  (t) => [primaryKey({ columns: [t.groupId, t.storeId] }), index('store_group_member_store').on(t.storeId)],
);

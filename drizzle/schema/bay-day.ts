import { date, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bay } from './bay.ts';
import { rate } from './columns.ts';
import { planogramVersion } from './planogram-version.ts';

/** The level of a bay on a day (UTC) that is over. Later scores of the same captures do not change it. */
export const bayDay = pgTable(
  'bay_day',
  {
    bayId: uuid('bay_id')
      .notNull()
      .references(() => bay.id),
    day: date('day').notNull(),
    versionId: uuid('version_id')
      .notNull()
      .references(() => planogramVersion.id),
    /** The products of one category; empty for the whole bay. */
    category: text('category').notNull().default(''),
    captures: integer('captures').notNull(),
    /** The median of the captures' scores. */
    score: rate('score').notNull(),
    /** The median of the captures' shares of positions with an unknown product. */
    unknownShare: rate('unknown_share').notNull(),
  },
  (t) => [primaryKey({ columns: [t.bayId, t.day, t.versionId, t.category] }), index('bay_day_day').on(t.day)],
);

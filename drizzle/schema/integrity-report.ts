import { index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { createdAt, id, instant } from './columns.ts';

/** One comparison of the object store with the rows that name its objects. */
export const integrityReport = pgTable(
  'integrity_report',
  {
    id: id(),
    rows: integer('rows').notNull(),
    objects: integer('objects').notNull(),
    /** Rows whose object is not there: a loss. */
    missing: integer('missing').notNull(),
    /** Objects of another length, or whose bytes are not their name. */
    damaged: integer('damaged').notNull(),
    /** Objects that no row names: left behind by something cut off; wasted space, no loss. */
    orphaned: integer('orphaned').notNull(),
    /** Some of each, by SHA-256. */
    samples: jsonb('samples').$type<Record<'missing' | 'damaged' | 'orphaned', string[]>>().notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: createdAt(),
    endedAt: instant('ended_at'),
  },
  (t) => [index('integrity_report_created').on(t.createdAt, t.id)],
);

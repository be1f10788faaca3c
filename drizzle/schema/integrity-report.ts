import { index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { createdAt, id, instant } from './columns.ts';

/** One comparison of the object store with the rows that name its objects. */
export const integrityReport = pgTable(
  'integrity_report',
  {
    id: id(),
    rows: integer('rows').notNull(),
    objects: integer('objects').notNull(),
    /** Rows without their object: lost bytes. */
    missing: integer('missing').notNull(),
    /** Objects with a wrong length, or whose bytes do not hash to their name. */
    damaged: integer('damaged').notNull(),
    /** Objects that no row names, left by interrupted work: wasted space, no loss. */
    orphaned: integer('orphaned').notNull(),
    /** Examples of each kind, by SHA-256. */
    samples: jsonb('samples').$type<Record<'missing' | 'damaged' | 'orphaned', string[]>>().notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: createdAt(),
    endedAt: instant('ended_at'),
  },
  (t) => [index('integrity_report_created').on(t.createdAt, t.id)],
);

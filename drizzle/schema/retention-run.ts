import {
  type AnyPgColumn,
  bigint,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { createdAt, id, instant } from './columns.ts';
import { image } from './image.ts';
import { retentionPolicy } from './retention-policy.ts';
import type { RetentionRunKind } from './vocabulary.ts';

/** A dry run that lists expired photos, or the removal of photos that a dry run announced. */
export const retentionRun = pgTable(
  'retention_run',
  {
    id: id(),
    kind: text('kind').$type<RetentionRunKind>().notNull(),
    policyId: uuid('policy_id')
      .notNull()
      .references(() => retentionPolicy.id),
    /** For EXPIRY: the dry run that announced it. */
    announcedById: uuid('announced_by_id').references((): AnyPgColumn => retentionRun.id),
    captures: integer('captures').notNull().default(0),
    photos: integer('photos').notNull().default(0),
    byteLength: bigint('byte_length', { mode: 'number' }).notNull().default(0),
    /** Counts by the reason why a photo expired or, in an expiry, was retained. */
    facts: jsonb('facts').$type<Record<string, unknown>>().notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: createdAt(),
    endedAt: instant('ended_at'),
  },
  (t) => [index('retention_run_created').on(t.createdAt, t.id)],
);

/** A photo that a dry run announced. No other photo may be removed. */
export const retentionItem = pgTable(
  'retention_item',
  {
    runId: uuid('run_id')
      .notNull()
      .references(() => retentionRun.id),
    sha256: text('sha256')
      .notNull()
      .references(() => image.sha256),
    removedAt: instant('removed_at'),
    /** Why the photo was retained after all. */
    keptBecause: text('kept_because'),
  },
  (t) => [primaryKey({ columns: [t.runId, t.sha256] })],
);

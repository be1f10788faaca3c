import { sql } from 'drizzle-orm';
import { index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { bay } from './bay.ts';
import { capture } from './capture.ts';
import { createdAt, id, instant } from './columns.ts';
import { planogramVersion } from './planogram-version.ts';
import type { DriftReason, DriftReleaseMode } from './vocabulary.ts';

/** A capture that waits because its tagged version is not the active one. Groups are (bay, tagged, active). */
export const driftItem = pgTable(
  'drift_item',
  {
    id: id(),
    captureId: uuid('capture_id')
      .notNull()
      .references(() => capture.id),
    bayId: uuid('bay_id')
      .notNull()
      .references(() => bay.id),
    reason: text('reason').$type<DriftReason>().notNull(),
    taggedVersion: text('tagged_version').notNull(),
    /** Null when the bay had no active version. */
    activeVersionId: uuid('active_version_id').references(() => planogramVersion.id),
    createdAt: createdAt(),
    releasedAt: instant('released_at'),
    releasedBy: text('released_by'),
    releaseMode: text('release_mode').$type<DriftReleaseMode>(),
    /** The batch that released the capture; null where an activation did. */
    batchId: uuid('batch_id'),
  },
  (t) => [
    uniqueIndex('drift_item_open').on(t.captureId).where(sql`released_at is null`),
    index('drift_item_group').on(t.bayId, t.taggedVersion, t.createdAt),
  ],
);

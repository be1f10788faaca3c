import { sql } from 'drizzle-orm';
import { index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { bay } from './bay.ts';
import { capture } from './capture.ts';
import { createdAt, id, instant, rate } from './columns.ts';
import { planogramVersion } from './planogram-version.ts';
import { score } from './score.ts';
import type { SilentDriftEnding } from './vocabulary.ts';

/** A suspicion that the shelf follows another version than the tagged one. */
export const silentDrift = pgTable(
  'silent_drift',
  {
    id: id(),
    captureId: uuid('capture_id')
      .notNull()
      .references(() => capture.id),
    bayId: uuid('bay_id')
      .notNull()
      .references(() => bay.id),
    scoreId: uuid('score_id')
      .notNull()
      .references(() => score.id),
    pinnedVersionId: uuid('pinned_version_id')
      .notNull()
      .references(() => planogramVersion.id),
    betterVersionId: uuid('better_version_id')
      .notNull()
      .references(() => planogramVersion.id),
    /** Both scores cover the whole bay. */
    pinnedScore: rate('pinned_score').notNull(),
    betterScore: rate('better_score').notNull(),
    /** Number of facings in which the versions differ. */
    discriminatingFacings: integer('discriminating_facings').notNull(),
    reason: text('reason').notNull(),
    createdAt: createdAt(),
    endedAt: instant('ended_at'),
    endedBy: text('ended_by'),
    ending: text('ending').$type<SilentDriftEnding>(),
    /** The batch that scored the capture against the other version. */
    batchId: uuid('batch_id'),
  },
  (t) => [
    unique('silent_drift_score').on(t.scoreId),
    index('silent_drift_capture').on(t.captureId),
    index('silent_drift_open')
      .on(t.bayId, t.pinnedVersionId, t.betterVersionId, t.createdAt)
      .where(sql`ended_at is null`),
  ],
);

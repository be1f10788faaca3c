import { sql } from 'drizzle-orm';
import { type AnyPgColumn, check, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { capture } from './capture.ts';
import { createdAt, id, rate } from './columns.ts';
import { detectionSet } from './detection-set.ts';
import { planogramVersion } from './planogram-version.ts';
import type { QualityFlaw, ScoreOrigin } from './vocabulary.ts';

/** A capture's compliance by one formula against one planogram version. Immutable. All rates 0..1; null = not assessable. */
export const score = pgTable(
  'score',
  {
    id: id(),
    captureId: uuid('capture_id')
      .notNull()
      .references(() => capture.id),
    detectionSetId: uuid('detection_set_id')
      .notNull()
      .references(() => detectionSet.id),
    versionId: uuid('version_id')
      .notNull()
      .references(() => planogramVersion.id),
    formulaVersion: integer('formula_version').notNull(),
    tier: integer('tier').notNull(),
    modelId: text('model_id').notNull(),
    configHash: text('config_hash').notNull(),
    score: rate('score'),
    /** Why there is no score, when there is none. */
    unscoredReason: text('unscored_reason'),
    coverage: rate('coverage').notNull(),
    onShelfAvailability: rate('on_shelf_availability'),
    rightShelfRate: rate('right_shelf_rate'),
    rightPlaceRate: rate('right_place_rate'),
    facingsAccuracy: rate('facings_accuracy'),
    strictRate: rate('strict_rate'),
    /** Quality flaws of a photo below the limits that the policy scored all the same. */
    qualityFlags: jsonb('quality_flags').$type<QualityFlaw[]>().notNull(),
    origin: text('origin').$type<ScoreOrigin>().notNull().default('PIPELINE'),
    /** The batch that created this score. */
    batchId: uuid('batch_id'),
    /** The score that a person's overrule changed. */
    parentScoreId: uuid('parent_score_id').references((): AnyPgColumn => score.id),
    /** Positions were mapped from this version to `versionId`. */
    mappedFromVersionId: uuid('mapped_from_version_id').references(() => planogramVersion.id),
    createdAt: createdAt(),
  },
  (t) => [
    check('score_range', sql`score is null or (score >= 0 and score <= 1)`),
    check('score_null_has_reason', sql`(score is null) = (unscored_reason is not null)`),
    index('score_capture').on(t.captureId, t.createdAt),
    index('score_batch').on(t.batchId).where(sql`batch_id is not null`),
  ],
);

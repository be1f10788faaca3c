import { integer, jsonb, pgTable, real, text, uuid } from 'drizzle-orm/pg-core';
import { bay } from './bay.ts';
import { capture } from './capture.ts';
import { createdAt, id } from './columns.ts';
import { planogramVersion } from './planogram-version.ts';
import type { PlacementProblem } from './vocabulary.ts';

/** The detections of one tier in one photo. Immutable: a new inference creates a new set. */
export const detectionSet = pgTable('detection_set', {
  id: id(),
  captureId: uuid('capture_id')
    .notNull()
    .references(() => capture.id),
  tier: integer('tier').notNull(),
  modelId: text('model_id').notNull(),
  configHash: text('config_hash').notNull(),
  /** The planogram that the tier used, where the tier needs one (tier 3). */
  versionId: uuid('version_id').references(() => planogramVersion.id),
  /** A realogram as in packages/pipeline/src/realogram.ts. */
  realogram: jsonb('realogram').notNull(),
  /** What is wrong with the photo's view of the bay; null when nothing is, or when the tier does not place the planogram. */
  placementProblem: text('placement_problem').$type<PlacementProblem>(),
  /** With OTHER_BAY: the bay that the photo most likely shows. */
  likelyBayId: uuid('likely_bay_id').references(() => bay.id),
  inferenceMs: real('inference_ms').notNull(),
  createdAt: createdAt(),
});

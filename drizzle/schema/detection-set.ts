import { integer, jsonb, pgTable, real, text, uuid } from 'drizzle-orm/pg-core';
import { capture } from './capture.ts';
import { createdAt, id } from './columns.ts';
import { planogramVersion } from './planogram-version.ts';

/** What one tier found in one photo. Immutable: a new inference makes a new set. */
export const detectionSet = pgTable('detection_set', {
  id: id(),
  captureId: uuid('capture_id')
    .notNull()
    .references(() => capture.id),
  tier: integer('tier').notNull(),
  modelId: text('model_id').notNull(),
  configHash: text('config_hash').notNull(),
  /** The planogram the tier was shown, where it needs one (tier 3). */
  versionId: uuid('version_id').references(() => planogramVersion.id),
  /** A realogram as in pipeline/src/inference/realogram.ts. */
  realogram: jsonb('realogram').notNull(),
  inferenceMs: real('inference_ms').notNull(),
  createdAt: createdAt(),
});

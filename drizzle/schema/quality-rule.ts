import { doublePrecision, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id } from './columns.ts';
import { store } from './store.ts';
import type { FinalQualityPolicy } from './vocabulary.ts';

/**
 * Quality limits of photos, for a device model, a store or both; null is "any". Rows are immutable: the newest row of a scope
 * applies, and a capture references the rule that was applied to it.
 */
export const qualityRule = pgTable(
  'quality_rule',
  {
    id: id(),
    storeId: uuid('store_id').references(() => store.id),
    deviceModel: text('device_model'),
    minShortSidePx: integer('min_short_side_px').notNull(),
    minSharpness: doublePrecision('min_sharpness').notNull(),
    /** Long side over short side, at most. */
    maxAspect: doublePrecision('max_aspect').notNull(),
    maxRetries: integer('max_retries').notNull(),
    finalPolicy: text('final_policy').$type<FinalQualityPolicy>().notNull(),
    note: text('note').notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: createdAt(),
  },
  (t) => [index('quality_rule_scope').on(t.storeId, t.deviceModel, t.createdAt)],
);

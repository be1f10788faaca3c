import { doublePrecision, integer, json, pgView, text, uuid } from 'drizzle-orm/pg-core';
import type { Verdict } from './vocabulary.ts';

/** A view of `score_findings`: the finding for one position or, for EXTRA, for one unplanned object. */
export const positionVerdict = pgView('position_verdict', {
  /** Score and ordinal in one text. Filters on those two columns are fast, filters on this one are slow. */
  id: text('id').notNull(),
  scoreId: uuid('score_id').notNull(),
  /** Index in the list, from 0. */
  ordinal: integer('ordinal').notNull(),
  positionId: text('position_id'),
  verdict: text('verdict').$type<Verdict>().notNull(),
  expectedProductId: uuid('expected_product_id'),
  seenProductId: uuid('seen_product_id'),
  facingsPlanned: integer('facings_planned').notNull(),
  facingsSeen: integer('facings_seen'),
  /** 0..1. */
  confidence: doublePrecision('confidence').notNull(),
  /** The position's credit in the formula, 0..1; null when not assessable. */
  credit: doublePrecision('credit'),
  /** [x, y, width, height], 0..1 of the oriented photo. */
  box: json('box').$type<[number, number, number, number]>(),
  evidence: json('evidence').notNull(),
  reason: text('reason').notNull(),
  /** The person's decision that set this verdict. */
  overruleId: uuid('overrule_id'),
  /** Why the position is WAIVED. */
  waiverId: uuid('waiver_id'),
}).existing();

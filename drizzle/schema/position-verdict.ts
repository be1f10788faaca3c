import { index, integer, jsonb, pgTable, real, text, uuid } from 'drizzle-orm/pg-core';
import { id } from './columns.ts';
import { product } from './product.ts';
import { score } from './score.ts';
import { verdictOverrule } from './verdict-overrule.ts';
import type { Verdict } from './vocabulary.ts';
import { waiver } from './waiver.ts';

/** The finding for one position (or, for EXTRA, for one thing that is not planned). Immutable, as its score. */
export const positionVerdict = pgTable(
  'position_verdict',
  {
    id: id(),
    scoreId: uuid('score_id')
      .notNull()
      .references(() => score.id),
    ordinal: integer('ordinal').notNull(),
    positionId: text('position_id'),
    verdict: text('verdict').$type<Verdict>().notNull(),
    expectedProductId: uuid('expected_product_id').references(() => product.id),
    seenProductId: uuid('seen_product_id').references(() => product.id),
    facingsPlanned: integer('facings_planned').notNull(),
    facingsSeen: integer('facings_seen'),
    /** 0..1. */
    confidence: real('confidence').notNull(),
    /** The position's credit in the formula, 0..1; null when not assessable. */
    credit: real('credit'),
    /** [x, y, width, height], 0..1 of the oriented photo. */
    box: jsonb('box').$type<[number, number, number, number]>(),
    evidence: jsonb('evidence').notNull(),
    reason: text('reason').notNull(),
    /** The person's ruling that made this verdict. */
    overruleId: uuid('overrule_id').references(() => verdictOverrule.id),
    /** Why the position is WAIVED. */
    waiverId: uuid('waiver_id').references(() => waiver.id),
  },
  (t) => [index('position_verdict_score').on(t.scoreId, t.ordinal)],
);

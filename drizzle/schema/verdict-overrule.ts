import { type AnyPgColumn, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { capture } from './capture.ts';
import { createdAt, id } from './columns.ts';
import { product } from './product.ts';
import { score } from './score.ts';
import type { Verdict } from './vocabulary.ts';

/** A person's decision on one finding. Immutable: the newest decision of a capture, version and position applies. */
export const verdictOverrule = pgTable(
  'verdict_overrule',
  {
    id: id(),
    captureId: uuid('capture_id')
      .notNull()
      .references(() => capture.id),
    /** The score with the finding that the person reviewed. */
    scoreId: uuid('score_id')
      .notNull()
      .references((): AnyPgColumn => score.id),
    /** Null for an EXTRA, which is identified by its ordinal only. */
    positionId: text('position_id'),
    ordinal: integer('ordinal').notNull(),
    /** Null revokes an earlier decision: the computed finding applies again. */
    verdict: text('verdict').$type<Verdict>(),
    seenProductId: uuid('seen_product_id').references(() => product.id),
    reason: text('reason').notNull(),
    author: text('author').notNull(),
    createdAt: createdAt(),
  },
  (t) => [index('verdict_overrule_capture').on(t.captureId, t.createdAt)],
);

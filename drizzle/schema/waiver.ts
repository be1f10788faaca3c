import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { bay } from './bay.ts';
import { createdAt, id, instant } from './columns.ts';
import { planogram } from './planogram.ts';
import { product } from './product.ts';

/** Exempts a position that one bay cannot follow (a pillar, a shorter shelf) from scores until the waiver expires. */
export const waiver = pgTable(
  'waiver',
  {
    id: id(),
    bayId: uuid('bay_id')
      .notNull()
      .references(() => bay.id),
    /** The waiver applies to every version of the planogram in which the position plans the same product. */
    planogramId: uuid('planogram_id')
      .notNull()
      .references(() => planogram.id),
    positionId: text('position_id').notNull(),
    productId: uuid('product_id')
      .notNull()
      .references(() => product.id),
    reason: text('reason').notNull(),
    author: text('author').notNull(),
    createdAt: createdAt(),
    /** Captures taken after this time are scored in full again. */
    expiresAt: instant('expires_at').notNull(),
    revokedAt: instant('revoked_at'),
    revokedBy: text('revoked_by'),
  },
  (t) => [index('waiver_bay').on(t.bayId, t.planogramId, t.expiresAt)],
);

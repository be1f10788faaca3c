import { index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, instant } from './columns.ts';
import type { OfferDecision } from './vocabulary.ts';

/** Captures that a lower tier scored during an outage of tier 1, offered for a new inference afterwards. */
export const rescoreOffer = pgTable(
  'rescore_offer',
  {
    id: id(),
    breaker: text('breaker').notNull(),
    outageFrom: instant('outage_from').notNull(),
    outageTo: instant('outage_to').notNull(),
    captures: integer('captures').notNull(),
    decision: text('decision').$type<OfferDecision>(),
    decidedBy: text('decided_by'),
    decidedAt: instant('decided_at'),
    /** The batch of the new inference. */
    batchId: uuid('batch_id'),
    createdAt: createdAt(),
  },
  (t) => [
    index('rescore_offer_created').on(t.createdAt, t.id),
    unique('rescore_offer_outage').on(t.breaker, t.outageFrom),
  ],
);

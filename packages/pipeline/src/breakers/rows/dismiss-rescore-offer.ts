import { type Database, rescoreOffer } from '@gondola/db';
import { eq, sql } from 'drizzle-orm';
import type { Actor } from '../../audit/actor.ts';
import { recordAudit } from '../../audit/record-audit.ts';

export type RescoreOfferRow = typeof rescoreOffer.$inferSelect;

export type Dismissed =
  | { offer: RescoreOfferRow; problem: null }
  | { offer: RescoreOfferRow | null; problem: 'OFFER_UNKNOWN' | 'ALREADY_DECIDED' };

/** Dismisses an offer: the captures of the outage keep their scores. An offer is decided on once. */
export const dismissRescoreOffer = (db: Database, actor: Actor, id: string): Promise<Dismissed> =>
  db.transaction(async (tx): Promise<Dismissed> => {
    const [offer] = await tx.select().from(rescoreOffer).where(eq(rescoreOffer.id, id)).for('update');
    if (!offer) return { offer: null, problem: 'OFFER_UNKNOWN' };
    if (offer.decision !== null) return { offer, problem: 'ALREADY_DECIDED' };
    const [dismissed] = await tx
      .update(rescoreOffer)
      .set({ decision: 'DISMISSED', decidedBy: actor.name, decidedAt: sql`now()` })
      .where(eq(rescoreOffer.id, id))
      .returning();
    if (!dismissed) throw new Error('invariant: the decision was not written');
    const { breaker, captures } = offer;
    await recordAudit(tx, actor, {
      action: 'rescoreOfferDismiss',
      object: `rescore-offer:${id}`,
      facts: { breaker, captures },
    });
    return { offer: dismissed, problem: null };
  });

import { auditLog, type Database, rescoreOffer } from '@gondola/db';
import { eq, sql } from 'drizzle-orm';

export type RescoreOfferRow = typeof rescoreOffer.$inferSelect;

export interface Dismissal {
  id: string;
  actor: string;
  /** Kept with the audit row. */
  facts: Record<string, unknown>;
}

export type Dismissed =
  | { offer: RescoreOfferRow; problem: null }
  | { offer: RescoreOfferRow | null; problem: 'OFFER_UNKNOWN' | 'ALREADY_DECIDED' };

/** Leaves the captures of an outage as they were scored. An offer is decided on once. */
export const dismissRescoreOffer = (db: Database, { id, actor, facts }: Dismissal): Promise<Dismissed> =>
  db.transaction(async (tx): Promise<Dismissed> => {
    const [offer] = await tx.select().from(rescoreOffer).where(eq(rescoreOffer.id, id)).for('update');
    if (!offer) return { offer: null, problem: 'OFFER_UNKNOWN' };
    if (offer.decision !== null) return { offer, problem: 'ALREADY_DECIDED' };
    const [dismissed] = await tx
      .update(rescoreOffer)
      .set({ decision: 'DISMISSED', decidedBy: actor, decidedAt: sql`now()` })
      .where(eq(rescoreOffer.id, id))
      .returning();
    if (!dismissed) throw new Error('the decision was not written');
    const { breaker, captures } = offer;
    await tx.insert(auditLog).values({
      actor,
      action: 'rescoreOfferDismiss',
      object: `rescore-offer:${id}`,
      facts: { ...facts, breaker, captures },
    });
    return { offer: dismissed, problem: null };
  });

import { type Database, rescoreOffer } from '@gondola/db';
import { eq } from 'drizzle-orm';
import type { Actor } from '../audit/actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { acceptOfferWithin } from './accept-offer.ts';
import type { BatchQueue } from './batch-queue.ts';

export type RescoreOfferRow = typeof rescoreOffer.$inferSelect;

export type OfferAcceptance =
  | { offer: RescoreOfferRow; problem: null }
  | { offer: RescoreOfferRow | null; problem: 'OFFER_UNKNOWN' | 'ALREADY_DECIDED' };

/** Accepts an offer for a person: a batch lets the tiers detect again what a lower tier scored during an outage. */
export const acceptRescoreOffer = (
  { db, batches }: { db: Database; batches: BatchQueue },
  actor: Actor,
  id: string,
): Promise<OfferAcceptance> =>
  db.transaction(async (tx): Promise<OfferAcceptance> => {
    const accepted = await acceptOfferWithin(tx, batches, { id, actor: actor.name, decision: 'ACCEPTED' });
    const [offer] = await tx.select().from(rescoreOffer).where(eq(rescoreOffer.id, id));
    if ('problem' in accepted) return { offer: offer ?? null, problem: accepted.problem };
    if (!offer) throw new Error(`invariant: the offer ${id} is gone`);
    await recordAudit(tx, actor, {
      action: 'rescoreOfferAccept',
      object: `rescore-offer:${id}`,
      facts: { batchId: accepted.batch.id },
    });
    return { offer, problem: null };
  });

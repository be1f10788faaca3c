import { rescoreOffer, type Transaction } from '@gondola/db';
import { eq, isNull, sql } from 'drizzle-orm';
import type { BatchQueue } from './batch-queue.ts';
import { type BatchRow, startBatchWithin } from './start-batch.ts';

export type Accepted = { batch: BatchRow } | { problem: 'OFFER_UNKNOWN' | 'ALREADY_DECIDED' };

/**
 * Accepts an offer: starts a batch in which the tiers detect again what a lower tier scored during an outage. The offer
 * then names the batch.
 */
export async function acceptOfferWithin(
  tx: Transaction,
  queue: BatchQueue,
  { id, actor, decision }: { id: string; actor: string; decision: 'ACCEPTED' | 'AUTOMATIC' },
): Promise<Accepted> {
  const [offer] = await tx.select().from(rescoreOffer).where(eq(rescoreOffer.id, id)).for('update');
  if (!offer) return { problem: 'OFFER_UNKNOWN' };
  if (offer.decision !== null) return { problem: 'ALREADY_DECIDED' };
  const { breaker, outageFrom: from, outageTo: to } = offer;
  const batch = await startBatchWithin(tx, queue, {
    scope: { kind: 'OUTAGE', breaker, from, to },
    mode: 'REINFER',
    versionChoice: 'PINNED',
    versionId: null,
    // Publishes at once: the better tier's result is the one that the capture would have had, so no person checks it
    // first.
    publishesAtOnce: true,
    reason: `${breaker} is back: what lower tiers scored during its outage is detected again`,
    createdBy: actor,
  });
  await tx
    .update(rescoreOffer)
    .set({ decision, decidedBy: actor, decidedAt: sql`now()`, batchId: batch.id })
    .where(eq(rescoreOffer.id, id));
  return { batch };
}

/** Accepts all open offers if the operator's setting says so. Returns the number of accepted offers. */
export async function acceptOpenOffers(tx: Transaction, queue: BatchQueue): Promise<number> {
  const open = await tx
    .select({ id: rescoreOffer.id })
    .from(rescoreOffer)
    .where(isNull(rescoreOffer.decision));
  for (const { id } of open)
    await acceptOfferWithin(tx, queue, { id, actor: 'policy', decision: 'AUTOMATIC' });
  return open.length;
}

import type { Database, Transaction } from '@gondola/db';
import { sql } from 'drizzle-orm';
import { acceptOpenOffers } from '../../reprocess/accept-offer.ts';
import type { BatchQueue } from '../../reprocess/batch-queue.ts';
import { offerRescores } from './offer-rescores.ts';
import { auditWithin } from './run-breaker-audit.ts';

/** What happens to captures that a lower tier scored during an outage, once it is over. */
export type RescoreSetting = 'off' | 'ask' | 'automatic';

export interface BreakerRound {
  audits: number;
  offers: number;
  /** Batches that were started without asking. */
  accepted: number;
}

const auditEveryDays = 7;
/** Whoever makes the weekly reviews, where rows name people. */
const scheduler = 'schedule';

/**
 * One round of what has to happen without a person: a review of every breaker that has a history, a week after its
 * last one (or after its first transition), and offers for outages that ended. On the database's clock, and by one
 * worker at a time: the others of the fleet find the lock taken and leave. Null: it was taken.
 */
export const keepBreakers = (
  db: Database,
  batches: BatchQueue,
  rescore: RescoreSetting,
): Promise<BreakerRound | null> =>
  db.transaction(async (tx) => {
    const { rows } = await tx.execute<{ taken: boolean }>(
      sql`select pg_try_advisory_xact_lock(hashtext('breaker-round'), 0) as taken`,
    );
    if (!rows[0]?.taken) return null;
    const due = await findDue(tx);
    for (const name of due) await auditWithin(tx, name, scheduler);
    const offers = rescore === 'off' ? 0 : await offerRescores(tx);
    const accepted = rescore === 'automatic' ? await acceptOpenOffers(tx, batches) : 0;
    return { audits: due.length, offers, accepted };
  });

async function findDue(tx: Transaction): Promise<string[]> {
  const { rows } = await tx.execute<{ name: string }>(sql`
    select b.name from breaker b
    where coalesce(
      (select max(a.created_at) from breaker_audit a where a.name = b.name),
      (select min(t.at) from breaker_transition t where t.name = b.name)
    ) < clock_timestamp() - make_interval(days => ${auditEveryDays})
    order by b.name`);
  return rows.map(({ name }) => name);
}

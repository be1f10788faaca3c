import type { Database, Transaction } from '@gondola/db';
import { sql } from 'drizzle-orm';
import { acceptOpenOffers } from '../batches/accept-offer.ts';
import type { BatchQueue } from '../batches/batch-queue.ts';
import { offerRescores } from '../breakers/rows/offer-rescores.ts';
import { auditWithin } from '../breakers/rows/run-breaker-review.ts';

/** What to do, after an outage, with the captures that a lower tier scored. */
export type RescoreSetting = 'off' | 'ask' | 'automatic';

export interface BreakerRound {
  audits: number;
  offers: number;
  /** The number of batches that the setting started. */
  accepted: number;
}

const auditEveryDays = 7;
/** The author of weekly reviews in rows that name people. */
const scheduler = 'schedule';

/**
 * Runs one periodic review. Reviews each breaker a week after its last review (or its first transition), and makes
 * offers for ended outages, by the database's clock. One worker at a time runs it; returns null when another worker has
 * the lock.
 */
export const reviewBreakers = (
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

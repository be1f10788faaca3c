import { breaker, type Database, rescoreOffer, type Transaction } from '@gondola/db';
import { and, eq, sql } from 'drizzle-orm';
import { findEpisodes } from '../review/find-episodes.ts';
import { capturesOfOutage, type Outage, settlingSeconds } from './captures-of-outage.ts';
import { readBreakerHistory } from './read-breaker-history.ts';

/** Maximum age of an outage: its shelves have been refilled since, so re-scores are no longer useful. */
const offeredForDays = 7;

/**
 * Makes one offer for each outage in which a lower tier scored captures. Returns the number of offers. The caller holds
 * the fleet's lock.
 */
export async function offerRescores(tx: Transaction): Promise<number> {
  const breakers = await tx
    .select({ name: breaker.name, now: sql<Date>`clock_timestamp()`.mapWith(breaker.updatedAt) })
    .from(breaker);
  let offers = 0;
  for (const { name, now } of breakers) {
    const since = new Date(now.getTime() - offeredForDays * 24 * 3_600_000);
    for (const { openedAt, closedAt } of findEpisodes(await readBreakerHistory(tx, name, since, now))) {
      // An outage that may relapse, or whose last captures are still in progress, waits for a later run.
      if (closedAt === null || now.getTime() - closedAt < settlingSeconds * 1000) continue;
      if (await offer(tx, { breaker: name, from: new Date(openedAt), to: new Date(closedAt) })) offers += 1;
    }
  }
  return offers;
}

async function offer(tx: Transaction, outage: Outage): Promise<boolean> {
  const { breaker: name, from, to } = outage;
  const made = await tx.$count(
    rescoreOffer,
    and(eq(rescoreOffer.breaker, name), eq(rescoreOffer.outageFrom, from)),
  );
  if (made > 0) return false;
  const captures = await countCaptures(tx, outage);
  if (captures === 0) return false;
  await tx.insert(rescoreOffer).values({ breaker: name, outageFrom: from, outageTo: to, captures });
  return true;
}

async function countCaptures(db: Database | Transaction, outage: Outage): Promise<number> {
  const { rows } = await db.execute<{ captures: number }>(
    sql`select count(*)::int as captures from (${capturesOfOutage(outage)}) c`,
  );
  return rows[0]?.captures ?? 0;
}

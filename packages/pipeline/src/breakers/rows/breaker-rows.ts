import { breaker, breakerPolicy, breakerTransition, type Database, type Transaction } from '@gondola/db';
import { desc, eq, isNull, or, sql } from 'drizzle-orm';
import { type BreakerPolicy, defaultBreakerPolicy } from '../model/breaker-policy.ts';
import { type BreakerRow, freshBreaker } from '../model/breaker-state.ts';
import { applyBreakerEvent } from '../model/breaker-transition.ts';
import type { SharedBreakerState } from '../model/shared-breaker-state.ts';

/**
 * Shared breaker state in Postgres, one row for each breaker. Every decision is made under the row's lock, by the
 * database's clock.
 */
export function breakerRows(db: Database, random: () => number): SharedBreakerState {
  return {
    async read(name) {
      const [found] = await db
        .select({ row: breaker, now: databaseNow })
        .from(breaker)
        .where(eq(breaker.name, name));
      if (!found) {
        await db.insert(breaker).values({ name }).onConflictDoNothing();
        return this.read(name);
      }
      return { row: toRow(found.row), now: found.now, policy: await readPolicy(db, name) };
    },
    report: (name, event, actor) =>
      db.transaction(async (tx) => {
        const [found] = await tx
          .select({ row: breaker })
          .from(breaker)
          .where(eq(breaker.name, name))
          // A locked row means that another worker is deciding: a second prober need not wait for its refusal.
          .for('update', event.kind === 'claim' ? { skipLocked: true } : {});
        if (!found && event.kind === 'claim')
          return { row: freshBreaker, transition: null, granted: false, now: 0 };
        if (!found) throw new Error(`invariant: there is no breaker ${name}`);
        // Read after locking: the wait for the lock must not date the decision back.
        const { rows } = await tx.execute<{ now: number }>(sql`select ${databaseNow} as now`);
        const now = rows[0]?.now ?? 0;
        const before = toRow(found.row);
        const reaction = applyBreakerEvent(before, event, await readPolicy(tx, name), {
          now,
          random: random(),
        });
        if (reaction.row !== before) await write(tx, name, reaction.row);
        if (reaction.transition) {
          const { from, to, generation, reason, facts } = reaction.transition;
          await tx
            .insert(breakerTransition)
            // Not the transaction's start, which precedes the lock.
            .values({
              name,
              generation,
              fromState: from,
              toState: to,
              reason,
              facts,
              actor,
              at: new Date(now),
            });
        }
        return { ...reaction, now };
      }),
  };
}

const databaseNow = sql<number>`(extract(epoch from clock_timestamp()) * 1000)::float8`;

/** Returns the newest policy for this breaker, else the newest for all, else the built-in one. */
export async function readPolicy(db: Database | Transaction, name: string): Promise<BreakerPolicy> {
  const [row] = await db
    .select()
    .from(breakerPolicy)
    .where(or(eq(breakerPolicy.name, name), isNull(breakerPolicy.name)))
    .orderBy(sql`${breakerPolicy.name} is null`, desc(breakerPolicy.createdAt), desc(breakerPolicy.id))
    .limit(1);
  return row ?? defaultBreakerPolicy;
}

const write = (tx: Transaction, name: string, row: BreakerRow) =>
  tx
    .update(breaker)
    .set({
      ...row,
      windowStartedAt: toDate(row.windowStartedAt),
      openedAt: toDate(row.openedAt),
      retryAt: toDate(row.retryAt),
      probeLeaseUntil: toDate(row.probeLeaseUntil),
      closedAt: toDate(row.closedAt),
      tokensAt: toDate(row.tokensAt),
      updatedAt: sql`clock_timestamp()`,
    })
    .where(eq(breaker.name, name));

const toRow = (row: typeof breaker.$inferSelect): BreakerRow => ({
  state: row.state,
  generation: row.generation,
  failures: row.failures,
  calls: row.calls,
  windowStartedAt: toMs(row.windowStartedAt),
  openedAt: toMs(row.openedAt),
  retryAt: toMs(row.retryAt),
  reopenCount: row.reopenCount,
  probeOwner: row.probeOwner,
  probeLeaseUntil: toMs(row.probeLeaseUntil),
  probeSuccesses: row.probeSuccesses,
  closedAt: toMs(row.closedAt),
  reason: row.reason,
  ratePerSecond: row.ratePerSecond,
  tokens: row.tokens,
  tokensAt: toMs(row.tokensAt),
});

const toMs = (at: Date | null): number | null => at?.getTime() ?? null;
const toDate = (ms: number | null): Date | null => (ms === null ? null : new Date(ms));

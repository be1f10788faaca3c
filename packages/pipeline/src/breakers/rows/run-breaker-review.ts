import { breaker, breakerAudit, type Database, type Transaction } from '@gondola/db';
import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { gatherEvidence } from './gather-evidence.ts';
import { lockAudits } from './lock-reviews.ts';

export type BreakerAuditRow = typeof breakerAudit.$inferSelect;

/**
 * Long enough for ten outages of a provider that fails every other day, short enough to reflect its present behaviour.
 */
const auditedDays = 28;

/**
 * Reviews a breaker's waits against the last four weeks and stores the review; a proposal waits for a person's
 * decision. An undecided earlier proposal is replaced. Returns null when there is no such breaker.
 */
export const runBreakerAudit = (
  db: Database,
  name: string,
  createdBy: string,
): Promise<BreakerAuditRow | null> => db.transaction((tx) => auditWithin(tx, name, createdBy));

/** Reviews in a transaction of the caller. */
export async function auditWithin(
  tx: Transaction,
  name: string,
  createdBy: string,
): Promise<BreakerAuditRow | null> {
  // Two reviews at once would both find no open proposal.
  await lockAudits(tx, name);
  const [known] = await tx
    .select({ now: sql<Date>`clock_timestamp()`.mapWith(breaker.updatedAt) })
    .from(breaker)
    .where(eq(breaker.name, name));
  if (!known) return null;
  const to = known.now;
  const from = new Date(to.getTime() - auditedDays * 24 * 3_600_000);
  const evidence = await gatherEvidence(tx, name, from, to);
  await tx
    .update(breakerAudit)
    .set({ decision: 'REPLACED', decidedBy: createdBy, decidedAt: sql`now()` })
    .where(and(eq(breakerAudit.name, name), isNull(breakerAudit.decision), isNotNull(breakerAudit.proposal)));
  const [row] = await tx
    .insert(breakerAudit)
    .values({
      name,
      from,
      to,
      evidence: { ...evidence },
      proposal: evidence.proposed?.waits ?? null,
      createdBy,
    })
    .returning();
  if (!row) throw new Error('invariant: the review was not written');
  return row;
}

import { breakerTransition, type Database, type Transaction } from '@gondola/db';
import { and, asc, eq, gte, lt } from 'drizzle-orm';
import type { RecordedTransition } from '../review/episode.ts';

/** Reads a breaker's transitions in order, from one instant up to and without another. */
export async function readBreakerHistory(
  db: Database | Transaction,
  name: string,
  from: Date,
  to: Date,
): Promise<RecordedTransition[]> {
  const rows = await db
    .select()
    .from(breakerTransition)
    .where(
      and(eq(breakerTransition.name, name), gte(breakerTransition.at, from), lt(breakerTransition.at, to)),
    )
    .orderBy(asc(breakerTransition.generation));
  return rows.map(({ fromState, toState, reason, facts, at }) => ({
    from: fromState,
    to: toState,
    reason,
    facts,
    at: at.getTime(),
  }));
}

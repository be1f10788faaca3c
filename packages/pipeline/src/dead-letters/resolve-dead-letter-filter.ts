import { type Database, type DeadLetterReason, store } from '@gondola/db';
import { eq } from 'drizzle-orm';
import type { DeadLetterFilter } from './dead-letter-filter.ts';

/** A filter as requested from outside, with the code of the store. */
export interface DeadLetterFilterRequest {
  reason: DeadLetterReason;
  storeCode?: string | null | undefined;
}

export interface DeadLetterFilterProblem {
  problem: 'STORE_UNKNOWN';
  storeCode: string;
}

/** Resolves the store code of a request; returns a problem when no store has it. */
export async function resolveDeadLetterFilter(
  db: Database,
  { reason, storeCode }: DeadLetterFilterRequest,
): Promise<DeadLetterFilter | DeadLetterFilterProblem> {
  if (storeCode === null || storeCode === undefined) return { reason, storeId: null };
  const [row] = await db.select({ id: store.id }).from(store).where(eq(store.code, storeCode));
  return row ? { reason, storeId: row.id } : { problem: 'STORE_UNKNOWN', storeCode };
}

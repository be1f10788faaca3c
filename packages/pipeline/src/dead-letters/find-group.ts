import { type Database, type DeadLetterReason, deadLetterReasons, store } from '@gondola/db';
import { eq } from 'drizzle-orm';
import type { LetterGroup } from './letter-group.ts';

/** Names a group of letters from outside. */
export interface GroupRequest {
  reason: string;
  storeCode?: string | null | undefined;
}

export interface GroupProblem {
  problem: 'REASON_UNKNOWN' | 'STORE_UNKNOWN';
  message: string;
}

export async function findGroup(
  db: Database,
  { reason, storeCode }: GroupRequest,
): Promise<LetterGroup | GroupProblem> {
  if (!isReason(reason)) return { problem: 'REASON_UNKNOWN', message: `There is no reason "${reason}".` };
  if (storeCode === null || storeCode === undefined) return { reason, storeId: null };
  const [row] = await db.select({ id: store.id }).from(store).where(eq(store.code, storeCode));
  return row
    ? { reason, storeId: row.id }
    : { problem: 'STORE_UNKNOWN', message: `There is no store "${storeCode}".` };
}

const isReason = (reason: string): reason is DeadLetterReason =>
  (deadLetterReasons as readonly string[]).includes(reason);

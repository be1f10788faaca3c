import { type Database, retentionPolicy, type Transaction } from '@gondola/db';
import { desc, eq } from 'drizzle-orm';

/** How long things are kept, in days; see the table. */
export interface RetentionPolicy {
  /** Null: the built-in one, which no row holds. */
  id: string | null;
  reviewDays: number;
  cleanPhotoDays: number | null;
  faultyPhotoDays: number | null;
  noticeDays: number;
  note: string;
  createdBy: string | null;
  createdAt: Date | null;
}

/** A month is what reviewers, disputes with suppliers and re-scores after an outage take; no photo goes unless told. */
export const builtInPolicy: RetentionPolicy = {
  id: null,
  reviewDays: 30,
  cleanPhotoDays: null,
  faultyPhotoDays: null,
  noticeDays: 7,
  note: 'Built in: captures are under review for 30 days, and no photo expires.',
  createdBy: null,
  createdAt: null,
};

/** The newest policy is the one in force. */
export async function readRetentionPolicy(db: Database | Transaction): Promise<RetentionPolicy> {
  const [row] = await db
    .select()
    .from(retentionPolicy)
    .orderBy(desc(retentionPolicy.createdAt), desc(retentionPolicy.id))
    .limit(1);
  return row ?? builtInPolicy;
}

/** A policy by its id, in force or not; rejects when there is none. */
export async function readPolicyOf(db: Database | Transaction, policyId: string): Promise<RetentionPolicy> {
  const [row] = await db.select().from(retentionPolicy).where(eq(retentionPolicy.id, policyId));
  if (!row) throw new Error(`there is no retention policy ${policyId}`);
  return row;
}

/** The shortest time after archiving that any photo is kept, in days; null when none ever expires. */
export function shortestDaysOf({ cleanPhotoDays, faultyPhotoDays }: RetentionPolicy): number | null {
  const given = [cleanPhotoDays, faultyPhotoDays].filter((days) => days !== null);
  return given.length === 0 ? null : Math.min(...given);
}

/** A policy whose photos expire at all. */
export type ExpiringPolicy = RetentionPolicy & { id: string };

export const lettingGo = (policy: RetentionPolicy): policy is ExpiringPolicy =>
  policy.id !== null && (policy.cleanPhotoDays !== null || policy.faultyPhotoDays !== null);

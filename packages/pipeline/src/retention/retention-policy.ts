import { type Database, retentionPolicy, type Transaction } from '@gondola/db';
import { desc, eq } from 'drizzle-orm';

/** How long captures stay under review and photos are stored, in days; see the table. */
export interface RetentionPolicy {
  /** Null for the built-in policy, which has no row. */
  id: string | null;
  reviewDays: number;
  cleanPhotoDays: number | null;
  faultyPhotoDays: number | null;
  noticeDays: number;
  note: string;
  createdBy: string | null;
  createdAt: Date | null;
}

/**
 * A month covers review, disputes with suppliers and re-scores after an outage. No photo expires before a person sets a
 * policy.
 */
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

/** Reads the policy in force, which is the newest one. */
export async function readRetentionPolicy(db: Database | Transaction): Promise<RetentionPolicy> {
  const [row] = await db
    .select()
    .from(retentionPolicy)
    .orderBy(desc(retentionPolicy.createdAt), desc(retentionPolicy.id))
    .limit(1);
  return row ?? builtInPolicy;
}

/** Reads a policy by its id, in force or not; rejects when there is none. */
export async function readPolicyOf(db: Database | Transaction, policyId: string): Promise<RetentionPolicy> {
  const [row] = await db.select().from(retentionPolicy).where(eq(retentionPolicy.id, policyId));
  if (!row) throw new Error(`invariant: there is no retention policy ${policyId}`);
  return row;
}

/** Returns the shortest time after archiving for which any photo is stored, in days; null when none ever expires. */
export function minDaysOf({ cleanPhotoDays, faultyPhotoDays }: RetentionPolicy): number | null {
  const given = [cleanPhotoDays, faultyPhotoDays].filter((days) => days !== null);
  return given.length === 0 ? null : Math.min(...given);
}

/** A policy under which photos expire. */
export type ExpiringPolicy = RetentionPolicy & { id: string };

export const lettingGo = (policy: RetentionPolicy): policy is ExpiringPolicy =>
  policy.id !== null && (policy.cleanPhotoDays !== null || policy.faultyPhotoDays !== null);

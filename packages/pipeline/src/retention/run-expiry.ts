import { type Database, retentionRun, type Transaction } from '@gondola/db';
import { eq, sql } from 'drizzle-orm';
import type { ObjectStore } from '../objects/object-store.ts';
import { scheduler } from './announce-expiry.ts';
import { type Marked, markExpired, photosPerChunk } from './mark-expired.ts';
import { removeExpired, reviveNamed } from './remove-expired.ts';
import { type ExpiringPolicy, lettingGo, readRetentionPolicy } from './retention-policy.ts';

/**
 * Maximum photos of one run. One run a minute expires some 60,000 photos an hour, each with three deletions in the object
 * store.
 */
const photosPerRun = 1_000;

export interface ExpiryRound {
  marked: number;
  removed: number;
}

/**
 * Expires photos that a dry run of the policy in force announced at least its days of notice ago. Each photo is checked
 * again now. Rows change before objects are removed: see `markExpired` and `removeExpired`. An interruption at any
 * point is safe.
 */
export async function runExpiry(
  tools: { db: Database; objects: ObjectStore },
  signal?: AbortSignal,
): Promise<ExpiryRound> {
  const { db } = tools;
  const policy = await readRetentionPolicy(db);
  let marked = 0;
  if (lettingGo(policy))
    for (const dryRunId of await findDueRuns(db, policy))
      while (marked < photosPerRun && !signal?.aborted) {
        const photos = await db.transaction((tx) => expireChunk(tx, dryRunId, policy));
        if (photos === null) break;
        marked += photos;
      }
  // Marked photos are removed even if the policy has changed since: their rows already show them as expired.
  await reviveNamed(db);
  return { marked, removed: await removeExpired(tools, photosPerRun, signal) };
}

async function findDueRuns(db: Database, policy: ExpiringPolicy): Promise<string[]> {
  const { rows } = await db.execute<{ id: string }>(sql`
    select r.id from retention_run r
    where r.kind = 'DRY_RUN' and r.policy_id = ${policy.id} and r.ended_at is not null
      and r.created_at <= now() - make_interval(days => ${policy.noticeDays}::int)
      and not exists (
        select from retention_run e where e.kind = 'EXPIRY' and e.announced_by_id = r.id and e.ended_at is not null)
    order by r.created_at, r.id`);
  return rows.map(({ id }) => id);
}

/**
 * Marks one chunk and counts it in the expiry of this dry run. Returns null when none of it is left: the expiry has
 * ended.
 */
async function expireChunk(
  tx: Transaction,
  dryRunId: string,
  policy: ExpiringPolicy,
): Promise<number | null> {
  const expiryId = await findOrStart(tx, dryRunId, policy);
  const marked = await markExpired(tx, { dryRunId, policy });
  await count(tx, expiryId, marked);
  if (marked === null) return null;
  return Math.min(photosPerChunk, marked.photos);
}

async function findOrStart(tx: Transaction, dryRunId: string, policy: ExpiringPolicy): Promise<string> {
  // The dry run's row is the lock, so that two workers start only one expiry.
  await tx
    .select({ id: retentionRun.id })
    .from(retentionRun)
    .where(eq(retentionRun.id, dryRunId))
    .for('update');
  const [open] = await tx
    .select({ id: retentionRun.id })
    .from(retentionRun)
    .where(eq(retentionRun.announcedById, dryRunId));
  if (open) return open.id;
  const [started] = await tx
    .insert(retentionRun)
    .values({
      kind: 'EXPIRY',
      policyId: policy.id,
      announcedById: dryRunId,
      facts: { kept: {} },
      createdBy: scheduler,
    })
    .returning({ id: retentionRun.id });
  if (!started) throw new Error('invariant: the expiry was not written');
  return started.id;
}

async function count(tx: Transaction, expiryId: string, marked: Marked | null): Promise<void> {
  if (marked === null) {
    await tx.update(retentionRun).set({ endedAt: sql`now()` }).where(eq(retentionRun.id, expiryId));
    return;
  }
  const [row] = await tx
    .select({ facts: retentionRun.facts })
    .from(retentionRun)
    .where(eq(retentionRun.id, expiryId));
  const kept = { ...(row?.facts.kept as Record<string, number> | undefined) };
  for (const [why, photos] of Object.entries(marked.kept)) kept[why] = (kept[why] ?? 0) + photos;
  await tx
    .update(retentionRun)
    .set({
      photos: sql`${retentionRun.photos} + ${marked.photos}`,
      captures: sql`${retentionRun.captures} + ${marked.captures}`,
      byteLength: sql`${retentionRun.byteLength} + ${marked.byteLength}`,
      facts: { ...row?.facts, kept },
    })
    .where(eq(retentionRun.id, expiryId));
}

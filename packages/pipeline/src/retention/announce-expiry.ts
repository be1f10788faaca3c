import { type Database, retentionRun, type Transaction } from '@gondola/db';
import { and, eq, gt, max, sql } from 'drizzle-orm';
import { heldBecause } from './hold-reason.ts';
import { type ExpiringPolicy, lettingGo, minDaysOf, readRetentionPolicy } from './retention-policy.ts';

export type RetentionRunRow = typeof retentionRun.$inferSelect;

/** Maximum photos of one run; the next run announces the rest. */
const photosPerRun = 50_000;
const dryRunEveryDays = 7;
export const scheduler = 'schedule';

/**
 * Records which photos the policy in force would remove. Every capture of such a photo has been ARCHIVED for as long as
 * its kind requires, and nothing else holds the photo. Removes nothing: an expiry later removes what was announced long
 * enough ago. Returns null when no photo ever expires under the policy.
 */
export async function announceExpiry(tx: Transaction, createdBy: string): Promise<RetentionRunRow | null> {
  const policy = await readRetentionPolicy(tx);
  return lettingGo(policy) ? announce(tx, policy, createdBy) : null;
}

async function announce(
  tx: Transaction,
  policy: ExpiringPolicy,
  createdBy: string,
): Promise<RetentionRunRow> {
  const [run] = await tx
    .insert(retentionRun)
    .values({ kind: 'DRY_RUN', policyId: policy.id, facts: {}, createdBy })
    .returning({ id: retentionRun.id });
  if (!run) throw new Error('invariant: the retention run was not written');
  // The shorter of the two waits finds every candidate; then each photo is checked against its own wait.
  const minDays = minDaysOf(policy);
  await tx.execute(sql`
    with candidate as (
      select c.sha256, min(c.archived_at) as archived_at from capture c
      where c.archived_at < now() - make_interval(days => ${minDays}::int)
        and c.photo_expired_at is null and c.sha256 is not null
      group by c.sha256)
    insert into retention_item (run_id, sha256)
    select ${run.id}, i.sha256 from candidate join image i on i.sha256 = candidate.sha256
    where i.expired_at is null and ${heldBecause(policy)} is null
    order by candidate.archived_at, i.sha256 limit ${photosPerRun}`);
  const { rows } = await tx.execute<{
    photos: number;
    captures: number;
    bytes: string;
    unscored: number;
  }>(sql`
    select count(*)::int as photos, coalesce(sum(of.captures), 0)::int as captures,
      coalesce(sum(i.byte_length), 0)::text as bytes, coalesce(sum(of.unscored), 0)::int as unscored
    from retention_item item join image i on i.sha256 = item.sha256
    cross join lateral (
      select count(*) as captures, count(*) filter (where c.score is null) as unscored
      from capture c where c.sha256 = item.sha256) of
    where item.run_id = ${run.id}`);
  const { photos = 0, captures = 0, bytes = '0', ...facts } = rows[0] ?? {};
  const [done] = await tx
    .update(retentionRun)
    .set({
      photos,
      captures,
      byteLength: Number(bytes),
      facts: { ...facts, limitReached: photos === photosPerRun },
      endedAt: sql`now()`,
    })
    .where(eq(retentionRun.id, run.id))
    .returning();
  if (!done) throw new Error('invariant: the retention run is gone');
  return done;
}

/** Makes a dry run a week after the last one of the policy in force, so that the policy works without a person. */
export async function announceWhenDue(db: Database): Promise<RetentionRunRow | null> {
  const policy = await readRetentionPolicy(db);
  if (!lettingGo(policy)) return null;
  const [recent] = await db
    .select({ at: max(retentionRun.createdAt) })
    .from(retentionRun)
    .where(
      and(
        eq(retentionRun.kind, 'DRY_RUN'),
        eq(retentionRun.policyId, policy.id),
        gt(retentionRun.createdAt, sql`now() - make_interval(days => ${dryRunEveryDays}::int)`),
      ),
    );
  if (recent?.at) return null;
  return db.transaction((tx) => announce(tx, policy, scheduler));
}

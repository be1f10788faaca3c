import {
  auditLog,
  bay,
  capture,
  planogramAssignment,
  planogramPosition,
  planogramVersion,
  type Transaction,
  waiver,
} from '@gondola/db';
import { and, desc, eq, lt, sql } from 'drizzle-orm';

export interface NewWaiver {
  bayId: string;
  /** A version that plans the position; the waiver holds for every one of its planogram that plans the same product there. */
  versionId: string;
  positionId: string;
  reason: string;
  expiresAt: Date;
  actor: string;
  facts: Record<string, unknown>;
}

export type WaiverRow = typeof waiver.$inferSelect;
export type WaiverProblem = 'BAY_UNKNOWN' | 'POSITION_UNKNOWN' | 'EXPIRY_NOT_POSSIBLE';
export type WaiverResult =
  | { waiver: WaiverRow; capturesAffected: number }
  | { problem: WaiverProblem; message: string };

/** A position that nobody can follow for longer belongs into another planogram. */
const longestYears = 2;

/**
 * Leaves a position out of a bay's scores until an instant. Scores that stand are not changed: the answer says how many
 * captures a batch would score otherwise.
 */
export async function createWaiver(tx: Transaction, asked: NewWaiver): Promise<WaiverResult> {
  const { bayId, versionId, positionId, reason, expiresAt, actor, facts } = asked;
  const { rows } = await tx.execute<{ possible: boolean }>(sql`
    select ${expiresAt.toISOString()}::timestamptz > now()
      and ${expiresAt.toISOString()}::timestamptz <= now() + make_interval(years => ${longestYears}::int) as possible`);
  if (!rows[0]?.possible)
    return {
      problem: 'EXPIRY_NOT_POSSIBLE',
      message: `A waiver expires in the future, and within ${longestYears} years.`,
    };
  const [place] = await tx.select({ id: bay.id }).from(bay).where(eq(bay.id, bayId));
  if (!place) return { problem: 'BAY_UNKNOWN', message: 'There is no bay of this id.' };
  const [position] = await tx
    .select({ planogramId: planogramVersion.planogramId, productId: planogramPosition.productId })
    .from(planogramPosition)
    .innerJoin(planogramVersion, eq(planogramVersion.id, planogramPosition.versionId))
    .where(and(eq(planogramPosition.versionId, versionId), eq(planogramPosition.positionId, positionId)));
  if (!position)
    return { problem: 'POSITION_UNKNOWN', message: `This version plans no position "${positionId}".` };
  const [made] = await tx
    .insert(waiver)
    .values({ bayId, ...position, positionId, reason, author: actor, expiresAt })
    .returning();
  if (!made) throw new Error('the waiver was not written');
  await tx.insert(auditLog).values({
    actor,
    action: 'waiverCreate',
    object: `waiver:${made.id}`,
    facts: { ...facts, bayId, positionId, ...position, reason, expiresAt: expiresAt.toISOString() },
  });
  return { waiver: made, capturesAffected: await countAffected(tx, made) };
}

/** Captures under review that a batch would score otherwise, now that the waiver stands or is gone. */
export async function countAffected(tx: Transaction, of: WaiverRow): Promise<number> {
  const plansTheSame = sql`exists (
    select from planogram_position p join planogram_version v on v.id = p.version_id
    where p.version_id = ${capture.pinnedVersionId} and v.planogram_id = ${of.planogramId}
      and p.position_id = ${of.positionId} and p.product_id = ${of.productId})`;
  return tx.$count(
    capture,
    and(
      eq(capture.bayId, of.bayId),
      eq(capture.state, 'SCORED'),
      lt(capture.takenAt, of.expiresAt),
      plansTheSame,
    ),
  );
}

/** The bay's active version, or the one it followed last; null when it never followed any. */
export async function versionOfBay(tx: Transaction, bayId: string): Promise<string | null> {
  const [row] = await tx
    .select({ versionId: planogramAssignment.versionId })
    .from(planogramAssignment)
    .where(eq(planogramAssignment.bayId, bayId))
    .orderBy(sql`${planogramAssignment.deactivatedAt} is null desc`, desc(planogramAssignment.activatedAt))
    .limit(1);
  return row?.versionId ?? null;
}

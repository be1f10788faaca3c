import {
  bay,
  capture,
  type Database,
  effectiveTakenAt,
  planogramAssignment,
  planogramPosition,
  planogramVersion,
  type Transaction,
  waiver,
} from '@gondola/db';
import { and, desc, eq, lt, sql } from 'drizzle-orm';
import type { Actor } from '../audit/actor.ts';
import { recordAudit } from '../audit/record-audit.ts';

export interface NewWaiver {
  bayId: string;
  /**
   * Label of a version that plans the position; null: the version that the bay follows. The waiver applies to every
   * version of the planogram that plans the same product there.
   */
  planogramVersion: string | null;
  positionId: string;
  reason: string;
  expiresAt: Date;
}

export type WaiverRow = typeof waiver.$inferSelect;
export type WaiverProblem =
  | { problem: 'BAY_UNKNOWN' | 'POSITION_UNKNOWN' }
  /** `planogramVersion` is null when none was named and the bay follows no version. */
  | { problem: 'VERSION_UNKNOWN'; planogramVersion: string | null }
  | { problem: 'EXPIRY_NOT_POSSIBLE'; maxYears: number };
export type WaiverResult = { waiver: WaiverRow; capturesAffected: number } | WaiverProblem;

/** A position that cannot be followed for longer belongs in another planogram. */
const maxYears = 2;

/**
 * Excludes a position from a bay's scores until an instant. Existing scores stay: `capturesAffected` is the number of
 * captures that a batch would score differently.
 */
export const createWaiver = (db: Database, actor: Actor, asked: NewWaiver): Promise<WaiverResult> =>
  db.transaction((tx) => createWithin(tx, actor, asked));

async function createWithin(tx: Transaction, actor: Actor, asked: NewWaiver): Promise<WaiverResult> {
  const { bayId, planogramVersion: label, positionId, reason, expiresAt } = asked;
  const versionId = label === null ? await versionOfBay(tx, bayId) : await versionOfLabel(tx, label);
  if (versionId === null) return { problem: 'VERSION_UNKNOWN', planogramVersion: label };
  const { rows } = await tx.execute<{ possible: boolean }>(sql`
    select ${expiresAt.toISOString()}::timestamptz > now()
      and ${expiresAt.toISOString()}::timestamptz <= now() + make_interval(years => ${maxYears}::int) as possible`);
  if (!rows[0]?.possible) return { problem: 'EXPIRY_NOT_POSSIBLE', maxYears };
  const [place] = await tx.select({ id: bay.id }).from(bay).where(eq(bay.id, bayId));
  if (!place) return { problem: 'BAY_UNKNOWN' };
  const [position] = await tx
    .select({ planogramId: planogramVersion.planogramId, productId: planogramPosition.productId })
    .from(planogramPosition)
    .innerJoin(planogramVersion, eq(planogramVersion.id, planogramPosition.versionId))
    .where(and(eq(planogramPosition.versionId, versionId), eq(planogramPosition.positionId, positionId)));
  if (!position) return { problem: 'POSITION_UNKNOWN' };
  const [made] = await tx
    .insert(waiver)
    .values({ bayId, ...position, positionId, reason, author: actor.name, expiresAt })
    .returning();
  if (!made) throw new Error('invariant: the waiver was not written');
  await recordAudit(tx, actor, {
    action: 'waiverCreate',
    object: `waiver:${made.id}`,
    facts: { bayId, positionId, ...position, reason, expiresAt: expiresAt.toISOString() },
  });
  return { waiver: made, capturesAffected: await countAffected(tx, made) };
}

/** Counts captures under review that a batch would score differently after the waiver was created or revoked. */
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
      lt(effectiveTakenAt, of.expiresAt),
      plansTheSame,
    ),
  );
}

async function versionOfLabel(tx: Transaction, label: string): Promise<string | null> {
  const [row] = await tx
    .select({ id: planogramVersion.id })
    .from(planogramVersion)
    .where(eq(planogramVersion.label, label));
  return row?.id ?? null;
}

/** Returns the bay's active version, or the last one that it followed; null when there was none. */
async function versionOfBay(tx: Transaction, bayId: string): Promise<string | null> {
  const [row] = await tx
    .select({ versionId: planogramAssignment.versionId })
    .from(planogramAssignment)
    .where(eq(planogramAssignment.bayId, bayId))
    .orderBy(sql`${planogramAssignment.deactivatedAt} is null desc`, desc(planogramAssignment.activatedAt))
    .limit(1);
  return row?.versionId ?? null;
}

import type { Database } from '@gondola/db';
import { sql } from 'drizzle-orm';
import type { Actor } from '../audit/actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { CaptureQueue } from '../queue/capture-queue.ts';
import type { Log } from '../telemetry/log.ts';
import { activateVersion } from './activate-version.ts';
import { carryOutActivation } from './activation/carry-out-activation.ts';
import { type PlannedActivationRow, planActivation } from './activation/plan-activation.ts';
import { releaseNowActive } from './activation/release-now-active.ts';
import {
  type NamedActivation,
  type ResolvedActivation,
  resolveActivation,
  type UnknownName,
} from './activation/resolve-activation.ts';

export type AskedActivation = NamedActivation & {
  /** Null: now. */
  at: Date | null;
};

export type VersionActivation =
  /** Of one bay, activated at once. */
  | { versionId: string; bayId: string }
  /**
   * Of several bays or at a later instant: the planned activation as it is when the call returns. Workers complete it.
   */
  | { versionId: string; activation: PlannedActivationRow }
  | { unknown: UnknownName[] }
  | { problem: 'AT_PAST' };

interface ActivationTools {
  db: Database;
  queue: CaptureQueue;
  log: Pick<Log, 'warn'>;
}

/**
 * Activates a version for bays on behalf of a person, now or at a later instant, and records it in the audit log.
 * Releases captures that waited for the version.
 */
export async function activatePlanogramVersion(
  tools: ActivationTools,
  actor: Actor,
  asked: AskedActivation,
): Promise<VersionActivation> {
  const { db } = tools;
  const resolved = await resolveActivation(db, asked);
  if ('unknown' in resolved) return resolved;
  const { at } = asked;
  const { storeIds, groupIds } = resolved.scope;
  const [storeId] = storeIds;
  if (at === null && storeId !== undefined && storeIds.length === 1 && groupIds.length === 0)
    return activateOne(tools, actor, asked, storeId);
  if (at !== null && (await isPast(db, at))) return { problem: 'AT_PAST' };
  return activateMany(tools, actor, asked, resolved);
}

/** An instant up to a minute ago still means now: a person needs that long to submit the form. */
async function isPast(db: Database, at: Date): Promise<boolean> {
  const { rows } = await db.execute<{ past: boolean }>(
    sql`select ${at.toISOString()}::timestamptz < now() - interval '1 minute' as past`,
  );
  return rows[0]?.past ?? false;
}

async function activateOne(
  tools: ActivationTools,
  actor: Actor,
  { label, aisle }: AskedActivation,
  storeId: string,
): Promise<VersionActivation> {
  const done = await tools.db.transaction(async (tx) => {
    const activation = await activateVersion(tx, { label, storeId, aisle, actor: actor.name });
    if ('problem' in activation) return activation;
    const { bayId, versionId, isNew } = activation;
    if (isNew)
      await recordAudit(tx, actor, {
        action: 'planogramVersionActivate',
        object: `bay:${bayId}`,
        facts: { storeId, aisle, label, versionId },
      });
    return { bayId, versionId };
  });
  if ('problem' in done) return { unknown: [{ problem: done.problem, label }] };
  await releaseSome(tools, [done.bayId]);
  return done;
}

async function activateMany(
  tools: ActivationTools,
  actor: Actor,
  { label, at }: AskedActivation,
  { versionId, scope }: ResolvedActivation,
): Promise<VersionActivation> {
  const { db } = tools;
  const planned = await db.transaction(async (tx) => {
    const row = await planActivation(tx, { versionId, scope, dueAt: at, actor: actor.name });
    await recordAudit(tx, actor, {
      action: 'planogramVersionActivate',
      object: `planned-activation:${row.id}`,
      facts: {
        label,
        versionId,
        aisle: row.scope.aisle,
        stores: scope.storeIds.length,
        groups: scope.groupIds.length,
        dueAt: row.dueAt,
      },
    });
    return row;
  });
  if (at) return { versionId, activation: planned };
  const activation = await carryOutActivation(db, planned.id);
  await releaseSome(tools);
  return { versionId, activation };
}

/**
 * Chunks of captures that are released while the person waits. Workers release the rest, and all of them after an
 * error.
 */
const chunksAtOnce = 3;

async function releaseSome(tools: ActivationTools, bayIds?: readonly string[]): Promise<void> {
  try {
    await releaseNowActive(tools, { maxChunks: chunksAtOnce, ...(bayIds ? { bayIds } : {}) });
  } catch (err) {
    tools.log.warn({ err }, 'releasing waiting captures failed; workers will release them');
  }
}

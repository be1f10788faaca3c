import {
  capture,
  type Database,
  type DriftReason,
  planogramAssignment,
  planogramVersion,
  type Transaction,
} from '@gondola/db';
import { and, eq, isNull } from 'drizzle-orm';
import type { DriftFinding } from '../stages/infer.ts';

export type GateDecision = { pinnedVersionId: string; photoSha256: string } | { drift: DriftFinding };

/**
 * The version gate. The bay's open assignment is held (FOR SHARE) while the capture is pinned, so that an activation
 * either comes before and is seen, or waits and finds the capture pinned: never scored against a version that nobody
 * chose. A version pinned earlier, by this gate or by a person's release, stays.
 */
export async function passVersionGate(db: Database, captureId: string): Promise<GateDecision | null> {
  return db.transaction(async (tx) => {
    const [row] = await tx
      .select({
        bayId: capture.bayId,
        taggedVersion: capture.taggedVersion,
        pinnedVersionId: capture.pinnedVersionId,
        sha256: capture.sha256,
      })
      .from(capture)
      .where(and(eq(capture.id, captureId), eq(capture.state, 'PREPROCESSED')))
      .for('update');
    if (!row?.sha256) return null;
    if (row.pinnedVersionId) return { pinnedVersionId: row.pinnedVersionId, photoSha256: row.sha256 };

    const active = await readActive(tx, row.bayId);
    if (active && active.label === row.taggedVersion) {
      await tx.update(capture).set({ pinnedVersionId: active.id }).where(eq(capture.id, captureId));
      return { pinnedVersionId: active.id, photoSha256: row.sha256 };
    }
    const { bayId, taggedVersion } = row;
    const reason = await reasonOf(tx, taggedVersion, active !== undefined);
    return { drift: { reason, bayId, taggedVersion, activeVersionId: active?.id ?? null } };
  });
}

async function readActive(tx: Transaction, bayId: string) {
  const [active] = await tx
    .select({ id: planogramVersion.id, label: planogramVersion.label })
    .from(planogramAssignment)
    .innerJoin(planogramVersion, eq(planogramVersion.id, planogramAssignment.versionId))
    .where(and(eq(planogramAssignment.bayId, bayId), isNull(planogramAssignment.deactivatedAt)))
    .for('share', { of: planogramAssignment });
  return active;
}

async function reasonOf(tx: Transaction, label: string, hasActive: boolean): Promise<DriftReason> {
  const [known] = await tx
    .select({ id: planogramVersion.id })
    .from(planogramVersion)
    .where(eq(planogramVersion.label, label));
  if (!known) return 'VERSION_UNKNOWN';
  return hasActive ? 'VERSION_NOT_ACTIVE' : 'NO_ACTIVE_VERSION';
}

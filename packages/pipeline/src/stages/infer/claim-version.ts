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

export type GateDecision =
  | { pinnedVersionId: string; photoSha256: string; bayId: string; takenAt: Date }
  | { drift: DriftFinding };

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
        takenAt: capture.takenAt,
        taggedVersion: capture.taggedVersion,
        pinnedVersionId: capture.pinnedVersionId,
        sha256: capture.sha256,
      })
      .from(capture)
      .where(and(eq(capture.id, captureId), eq(capture.state, 'PREPROCESSED')))
      .for('update');
    if (!row?.sha256) return null;
    const { bayId, takenAt, taggedVersion, sha256: photoSha256 } = row;
    const pinnedTo = (pinnedVersionId: string) => ({ pinnedVersionId, photoSha256, bayId, takenAt });
    if (row.pinnedVersionId) return pinnedTo(row.pinnedVersionId);

    const active = await readActive(tx, bayId);
    if (active && active.label === taggedVersion) {
      await tx.update(capture).set({ pinnedVersionId: active.id }).where(eq(capture.id, captureId));
      return pinnedTo(active.id);
    }
    const reason = await reasonOf(tx, taggedVersion, active !== undefined);
    return { drift: { reason, bayId, taggedVersion, activeVersionId: active?.id ?? null } };
  });
}

/**
 * A row that an activation closed while we waited for its lock drops out of the answer, and the row that followed it is
 * not in that statement's snapshot yet: only a further look tells "just replaced" from "never had one".
 */
async function readActive(tx: Transaction, bayId: string) {
  for (let look = 1; ; look += 1) {
    const active = await holdActive(tx, bayId);
    if (active !== undefined || look === mostLooks) return active;
  }
}

/** A third look sees what a second one missed only if this very bay was activated again in the milliseconds between. */
const mostLooks = 3;

async function holdActive(tx: Transaction, bayId: string) {
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

import {
  capture,
  type Database,
  type DriftReason,
  effectiveTakenAt,
  planogramVersion,
  type Transaction,
} from '@gondola/db';
import { and, eq } from 'drizzle-orm';
import { claimActiveVersion } from './claim-active-version.ts';
import type { DriftFinding } from './infer.ts';

/** The decision of the version gate: the capture is pinned to a version, or waits in the drift queue. */
export type VersionClaim =
  | { pinnedVersionId: string; photoSha256: string; bayId: string; takenAt: Date }
  | { drift: DriftFinding };

/**
 * Pins a capture to the active version of its bay, or decides that it waits (the version gate). The open assignment of
 * the bay is locked (FOR SHARE) meanwhile. An activation therefore either commits first and is visible, or waits and
 * finds the capture pinned. A version pinned earlier, by this gate or by a release, stays. Returns null when the
 * capture has moved.
 */
export async function claimVersion(db: Database, captureId: string): Promise<VersionClaim | null> {
  return db.transaction(async (tx) => {
    const [row] = await tx
      .select({
        bayId: capture.bayId,
        takenAt: effectiveTakenAt,
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
 * Reads the active version, again when none is found. An assignment that an activation closed during the lock wait is
 * missing from the result, and its successor is missing from the snapshot. Only another read can distinguish a replaced
 * version from a bay without a version.
 */
async function readActive(tx: Transaction, bayId: string) {
  for (let read = 1; ; read += 1) {
    const active = await claimActiveVersion(tx, bayId);
    if (active !== undefined || read === maxReads) return active;
  }
}

/** A third read helps only if the same bay was activated twice within milliseconds. */
const maxReads = 3;

async function reasonOf(tx: Transaction, label: string, hasActive: boolean): Promise<DriftReason> {
  const [known] = await tx
    .select({ id: planogramVersion.id })
    .from(planogramVersion)
    .where(eq(planogramVersion.label, label));
  if (!known) return 'VERSION_UNKNOWN';
  return hasActive ? 'VERSION_NOT_ACTIVE' : 'NO_ACTIVE_VERSION';
}

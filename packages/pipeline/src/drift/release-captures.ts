import { type DriftReleaseMode, driftItem, type Transaction, type VersionChoice } from '@gondola/db';
import { and, inArray, isNull, sql } from 'drizzle-orm';
import type { CaptureQueue } from '../queue/capture-queue.ts';
import { advanceWithin, type Standing } from '../runner/advance.ts';

/** A capture that waits in the drift queue, with the version that it is to be scored against. */
export interface DriftedCapture {
  standing: Standing;
  pinnedVersionId: string;
  /** Positions are mapped from this version to the pinned one. */
  mappedFromVersionId: string | null;
}

/** Why captures are released, and who says so. */
export interface Release {
  reason: 'DRIFT_RELEASED' | 'VERSION_ACTIVATED';
  /** What led to the version that a capture is pinned to. */
  choice: VersionChoice;
  /** Null where no batch releases them. */
  batchId: string | null;
  by: string;
  /** Live captures go first. */
  yields: boolean;
}

/**
 * The way out of the drift queue: pins each capture to its version, sends it on to inference, and closes its place in the
 * queue, as part of the transaction that decided it.
 *
 * @returns the ids of those that left; the others were moved by somebody else meanwhile
 */
export async function releaseCaptures(
  tx: Transaction,
  queue: CaptureQueue,
  captures: readonly DriftedCapture[],
  { reason, choice, batchId, by, yields }: Release,
): Promise<string[]> {
  const released: string[] = [];
  for (const { standing, pinnedVersionId, mappedFromVersionId } of captures) {
    const moved = await advanceWithin(tx, queue, standing, {
      to: 'PREPROCESSED',
      reason,
      facts: { mode: choice, versionId: pinnedVersionId, ...(batchId ? { batchId } : {}) },
      actor: by,
      yields,
      write: async () => ({ pinnedVersionId, mappedFromVersionId }),
    });
    if (moved) released.push(standing.id);
  }
  if (released.length > 0)
    await tx
      .update(driftItem)
      .set({ releasedAt: sql`now()`, releasedBy: by, releaseMode: modeOf(choice), batchId })
      .where(and(inArray(driftItem.captureId, released), isNull(driftItem.releasedAt)));
  return released;
}

/** PINNED and GIVEN are no modes of their own in the drift queue; the batch says which version it was. */
const modeOf = (choice: VersionChoice): DriftReleaseMode | null =>
  choice === 'PINNED' || choice === 'GIVEN' ? null : choice;

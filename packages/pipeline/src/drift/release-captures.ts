import { type DriftReleaseMode, driftItem, type Transaction, type VersionChoice } from '@gondola/db';
import { and, inArray, isNull, sql } from 'drizzle-orm';
import type { CaptureQueue } from '../queue/capture-queue.ts';
import { advanceWithin } from '../runner/advance.ts';
import type { ExpectedState } from '../runner/unmoved.ts';

/** A capture in the drift queue, with the version to score it against. */
export interface DriftedCapture {
  expected: ExpectedState;
  pinnedVersionId: string;
  /** Positions are mapped from this version to the pinned one. */
  mappedFromVersionId: string | null;
}

/** The reason and the author of a release. */
export interface Release {
  reason: 'DRIFT_RELEASED' | 'VERSION_ACTIVATED';
  /** How the pinned version was chosen. */
  choice: VersionChoice;
  /** Null when no batch releases the captures. */
  batchId: string | null;
  by: string;
  /** True when live captures are processed first. */
  lowPriority: boolean;
}

/**
 * Releases captures from the drift queue, in the transaction of the decision. Pins each capture to its version, sends
 * it to inference and closes its drift item.
 *
 * @returns the ids of the released captures; the others were moved concurrently
 */
export async function releaseCaptures(
  tx: Transaction,
  queue: CaptureQueue,
  captures: readonly DriftedCapture[],
  { reason, choice, batchId, by, lowPriority }: Release,
): Promise<string[]> {
  const released: string[] = [];
  for (const { expected, pinnedVersionId, mappedFromVersionId } of captures) {
    const moved = await advanceWithin(tx, queue, expected, {
      to: 'PREPROCESSED',
      reason,
      facts: { mode: choice, versionId: pinnedVersionId, ...(batchId ? { batchId } : {}) },
      actor: by,
      lowPriority,
      write: async () => ({ pinnedVersionId, mappedFromVersionId }),
    });
    if (moved) released.push(expected.id);
  }
  if (released.length > 0)
    await tx
      .update(driftItem)
      .set({ releasedAt: sql`now()`, releasedBy: by, releaseMode: modeOf(choice), batchId })
      .where(and(inArray(driftItem.captureId, released), isNull(driftItem.releasedAt)));
  return released;
}

/** PINNED and GIVEN are not release modes of the drift queue; the batch names the version. */
const modeOf = (choice: VersionChoice): DriftReleaseMode | null =>
  choice === 'PINNED' || choice === 'GIVEN' ? null : choice;

import { type CaptureState, capture, type Database, detectionSet, effectiveTakenAt } from '@gondola/db';
import { eq, inArray } from 'drizzle-orm';
import { mappedFromOf, versionOf } from './choose-version.ts';
import type { ItemEnding } from './finish-items.ts';
import type { BatchRow } from './start-batch.ts';

/** The present state of a batch's capture, and the version against which to score it. */
export interface ItemTarget {
  captureId: string;
  state: CaptureState;
  bayId: string;
  takenAt: Date;
  sha256: string | null;
  /** The tier of the present detections. */
  tier: number;
  currentScoreId: string;
  versionId: string;
  mappedFromVersionId: string | null;
  detectionSetId: string;
}

/**
 * Reads the state of each item's capture. Items that the batch cannot process are returned as endings with the reason.
 */
export async function resolveItemTargets(
  db: Database,
  batch: Pick<BatchRow, 'mode' | 'versionChoice' | 'versionId'>,
  captureIds: readonly string[],
): Promise<{ targets: ItemTarget[]; endings: ItemEnding[] }> {
  const rows = await db
    .select({
      captureId: capture.id,
      state: capture.state,
      bayId: capture.bayId,
      takenAt: effectiveTakenAt,
      sha256: capture.sha256,
      photoExpiredAt: capture.photoExpiredAt,
      currentScoreId: capture.currentScoreId,
      versionId: versionOf(batch.versionChoice, batch.versionId),
      mappedFromVersionId: mappedFromOf(batch.versionChoice),
      detectionSetId: capture.detectionSetId,
      /** The version whose slots tier 3 examined. Its detections say little about the slots of another version. */
      examinedVersionId: detectionSet.versionId,
      tier: detectionSet.tier,
    })
    .from(capture)
    .leftJoin(detectionSet, eq(detectionSet.id, capture.detectionSetId))
    .where(inArray(capture.id, [...captureIds]));
  const targets: ItemTarget[] = [];
  const endings: ItemEnding[] = [];
  for (const { photoExpiredAt, examinedVersionId, ...row } of rows) {
    const { captureId, currentScoreId, detectionSetId, versionId, tier } = row;
    const skip = (failure: string, message: string) =>
      endings.push({ captureId, state: 'SKIPPED', failure, message });
    if (row.state !== 'SCORED')
      skip('NOT_SCORED', `The capture is ${row.state}; only a scored one is scored again.`);
    else if (versionId === null) skip('NO_VERSION', noVersion[batch.versionChoice]);
    else if (currentScoreId === null || detectionSetId === null || tier === null)
      skip('NO_DETECTIONS', 'The capture has no detections to be scored again.');
    else if (
      batch.mode === 'RESCORE' &&
      tier === 3 &&
      examinedVersionId !== (row.mappedFromVersionId ?? versionId)
    )
      skip(
        'NEEDS_INFERENCE',
        'The heuristic tier examined the positions of another version: detect again instead of re-scoring.',
      );
    else if (batch.mode === 'REINFER' && (row.sha256 === null || photoExpiredAt !== null))
      skip('PHOTO_EXPIRED', 'The photo has expired, so no tier can detect again in it.');
    else targets.push({ ...row, currentScoreId, detectionSetId, versionId, tier });
  }
  return { targets, endings };
}

const noVersion = {
  PINNED: 'The capture has no planogram version yet.',
  ACTIVE: 'The bay has no active planogram version.',
  MAPPED: 'No mapping is saved from the version that the shelf was stocked by to the active one of its bay.',
  EFFECTIVE_AT_CAPTURE: 'The bay had no active planogram version when the photo was taken.',
  TAGGED: 'The tag of the capture names no known planogram version.',
  GIVEN: 'The batch names no planogram version.',
};

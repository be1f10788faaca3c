import { type CaptureState, capture, type Database, detectionSet } from '@gondola/db';
import { eq, inArray } from 'drizzle-orm';
import { mappedFromOf, versionOf } from './choose-version.ts';
import type { ItemEnding } from './end-items.ts';
import type { BatchRow } from './start-batch.ts';

/** A capture of a batch as it stands, and the version it shall be scored against. */
export interface Aim {
  captureId: string;
  state: CaptureState;
  bayId: string;
  takenAt: Date;
  sha256: string | null;
  /** Of the present detections. */
  tier: number;
  currentScoreId: string;
  versionId: string;
  mappedFromVersionId: string | null;
  detectionSetId: string;
}

/** Reads where items stand. Those that the batch cannot do come back as endings with the reason. */
export async function aimItems(
  db: Database,
  batch: Pick<BatchRow, 'mode' | 'versionChoice' | 'versionId'>,
  captureIds: readonly string[],
): Promise<{ aims: Aim[]; endings: ItemEnding[] }> {
  const rows = await db
    .select({
      captureId: capture.id,
      state: capture.state,
      bayId: capture.bayId,
      takenAt: capture.takenAt,
      sha256: capture.sha256,
      photoExpiredAt: capture.photoExpiredAt,
      currentScoreId: capture.currentScoreId,
      versionId: versionOf(batch.versionChoice, batch.versionId),
      mappedFromVersionId: mappedFromOf(batch.versionChoice),
      detectionSetId: capture.detectionSetId,
      /** Tier 3 looks at the places of one version: what it saw says little about the places of another. */
      seenByPlaceOf: detectionSet.versionId,
      tier: detectionSet.tier,
    })
    .from(capture)
    .leftJoin(detectionSet, eq(detectionSet.id, capture.detectionSetId))
    .where(inArray(capture.id, [...captureIds]));
  const aims: Aim[] = [];
  const endings: ItemEnding[] = [];
  for (const { photoExpiredAt, seenByPlaceOf, ...row } of rows) {
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
      seenByPlaceOf !== (row.mappedFromVersionId ?? versionId)
    )
      skip(
        'NEEDS_INFERENCE',
        'The heuristic tier looked at the places of another version: infer again instead of re-scoring.',
      );
    else if (batch.mode === 'REINFER' && (row.sha256 === null || photoExpiredAt !== null))
      skip('PHOTO_EXPIRED', 'The photo is not kept any more, so no tier can look at it again.');
    else aims.push({ ...row, currentScoreId, detectionSetId, versionId, tier });
  }
  return { aims, endings };
}

const noVersion = {
  PINNED: 'The capture has no planogram version yet.',
  ACTIVE: 'The bay has no active planogram version.',
  MAPPED: 'No mapping is saved from the version that the shelf was laid by to the active one of its bay.',
  EFFECTIVE_AT_CAPTURE: 'The bay had no active planogram version when the photo was taken.',
  TAGGED: 'The tag of the capture names no known planogram version.',
  GIVEN: 'The batch names no planogram version.',
};

import { capture, type Database, detectionSet } from '@gondola/db';
import { eq } from 'drizzle-orm';
import type { Realogram } from '../inference/realogram.ts';
import type { ScoreInput } from '../stages/score.ts';
import { readPlanogram } from './read-planogram.ts';

/** The capture's detections and the planogram it is pinned to. */
export async function loadScore(db: Database, captureId: string): Promise<ScoreInput | null> {
  const [row] = await db
    .select({
      versionId: capture.pinnedVersionId,
      qualityFlaws: capture.qualityFlaws,
      detectionSetId: detectionSet.id,
      tier: detectionSet.tier,
      modelId: detectionSet.modelId,
      configHash: detectionSet.configHash,
      realogram: detectionSet.realogram,
    })
    .from(capture)
    .innerJoin(detectionSet, eq(detectionSet.id, capture.detectionSetId))
    .where(eq(capture.id, captureId));
  if (!row?.versionId) return null;
  const { versionId, qualityFlaws, realogram, ...detections } = row;
  return {
    ...detections,
    versionId,
    realogram: realogram as Realogram,
    qualityFlags: qualityFlaws ?? [],
    planogram: await readPlanogram(db, versionId),
  };
}

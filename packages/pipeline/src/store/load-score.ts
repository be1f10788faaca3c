import { capture, type Database, detectionSet } from '@gondola/db';
import { eq, inArray } from 'drizzle-orm';
import type { Realogram } from '../inference/realogram.ts';
import type { ScoreInput } from '../stages/score.ts';
import { recallPlanogram } from './recall-planogram.ts';

/** Which detections are to be judged against which version. */
export interface ScoreTarget {
  captureId: string;
  detectionSetId: string;
  versionId: string;
  mappedFromVersionId: string | null;
}

/** The capture's detections and the planogram it is pinned to. */
export async function loadScore(db: Database, captureId: string): Promise<ScoreInput | null> {
  const [row] = await db
    .select({
      detectionSetId: capture.detectionSetId,
      versionId: capture.pinnedVersionId,
      mappedFromVersionId: capture.mappedFromVersionId,
    })
    .from(capture)
    .where(eq(capture.id, captureId));
  if (!row?.versionId || !row.detectionSetId) return null;
  const { detectionSetId, versionId, mappedFromVersionId } = row;
  const inputs = await loadScoreInputs(db, [{ captureId, detectionSetId, versionId, mappedFromVersionId }]);
  return inputs.get(captureId) ?? null;
}

/** What scoring needs of several captures at once, by capture id; one target a capture. */
export async function loadScoreInputs(
  db: Database,
  targets: readonly ScoreTarget[],
): Promise<Map<string, ScoreInput>> {
  if (targets.length === 0) return new Map();
  const rows = await db
    .select({
      captureId: capture.id,
      qualityFlaws: capture.qualityFlaws,
      detectionSetId: detectionSet.id,
      tier: detectionSet.tier,
      modelId: detectionSet.modelId,
      configHash: detectionSet.configHash,
      realogram: detectionSet.realogram,
    })
    .from(detectionSet)
    .innerJoin(capture, eq(capture.id, detectionSet.captureId))
    .where(
      inArray(
        detectionSet.id,
        targets.map((target) => target.detectionSetId),
      ),
    );
  const byId = new Map(rows.map((row) => [row.detectionSetId, row]));
  const inputs = await Promise.all(
    targets.map(async ({ captureId, detectionSetId, versionId, mappedFromVersionId }) => {
      const row = byId.get(detectionSetId);
      if (row?.captureId !== captureId) return null;
      const { captureId: _, qualityFlaws, realogram, ...detections } = row;
      const input: ScoreInput = {
        ...detections,
        versionId,
        mappedFromVersionId,
        realogram: realogram as Realogram,
        qualityFlags: qualityFlaws ?? [],
        planogram: await recallPlanogram(db, versionId),
      };
      return [captureId, input] as const;
    }),
  );
  return new Map(inputs.filter((entry) => entry !== null));
}

import { detectionSet, driftItem, inferenceAttempt, type Transaction } from '@gondola/db';
import { v7 } from 'uuid';
import { requestRecapture } from '../../recaptures/request-recapture.ts';
import type { CaptureColumns } from '../../stage.ts';
import type { DriftFinding, InferResult } from './infer.ts';

/**
 * Writes the realogram and all attempts of the ladder. Asks the store for a new photo when the planogram could not be placed
 * in this one.
 */
export async function saveInfer(
  tx: Transaction,
  captureId: string,
  result: InferResult,
): Promise<CaptureColumns> {
  const { tier, model, realogram, inferenceMs, versionId } = result;
  const detectionSetId = v7();
  await tx.insert(detectionSet).values({
    id: detectionSetId,
    captureId,
    tier,
    modelId: model.id,
    configHash: model.configHash,
    versionId,
    realogram,
    placementProblem: realogram.placementProblem ?? null,
    likelyBayId: realogram.likelyBayId ?? null,
    inferenceMs,
  });
  await tx
    .insert(inferenceAttempt)
    .values(result.attempts.map((attempt, ordinal) => ({ captureId, ordinal, ...attempt })));
  // A turned photo that is placed all the same is scored, and needs no other.
  if (realogram.placementProblem && realogram.planogramToPhoto === null)
    await requestRecapture(tx, captureId, { reasons: [realogram.placementProblem], reopens: false });
  return { detectionSetId, tier };
}

/** Inserts the capture into the drift queue. */
export async function holdForVersion(
  tx: Transaction,
  captureId: string,
  drift: DriftFinding,
): Promise<CaptureColumns> {
  await tx.insert(driftItem).values({ captureId, ...drift });
  return {};
}

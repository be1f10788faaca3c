import { detectionSet, driftItem, inferenceAttempt, type Transaction } from '@gondola/db';
import { v7 } from 'uuid';
import type { CaptureColumns } from '../stage.ts';
import type { DriftFinding, InferResult } from '../stages/infer.ts';

/** Writes the realogram and every attempt that led to it. */
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
    inferenceMs,
  });
  await tx
    .insert(inferenceAttempt)
    .values(result.attempts.map((attempt, ordinal) => ({ captureId, ordinal, ...attempt })));
  return { detectionSetId, tier };
}

/** Puts the capture into the drift queue. */
export async function holdForVersion(
  tx: Transaction,
  captureId: string,
  drift: DriftFinding,
): Promise<CaptureColumns> {
  await tx.insert(driftItem).values({ captureId, ...drift });
  return {};
}

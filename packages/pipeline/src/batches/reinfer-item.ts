import { isTransientDatabaseError } from '@gondola/db';
import { Fault } from '../fault.ts';
import { infer } from '../stages/infer/infer.ts';
import { readMaterial } from '../stages/infer/read-material.ts';
import { readOtherBays } from '../stages/infer/read-other-bays.ts';
import { saveInfer } from '../stages/infer/save-infer.ts';
import { loadScoreInputs } from '../stages/score/load-score.ts';
import { judge } from '../stages/score/score.ts';
import type { BatchTools } from './batch-tools.ts';
import { failed } from './failed-item.ts';
import { type ItemTarget, resolveItemTargets } from './resolve-item-targets.ts';
import { saveResults } from './save-results.ts';
import type { BatchRow } from './start-batch.ts';

/** Runs the tiers on one capture's photo again, and scores the new detections. */
export async function reinferItem(
  tools: BatchTools,
  batch: BatchRow,
  captureId: string,
  signal: AbortSignal,
): Promise<void> {
  const { targets, endings } = await resolveItemTargets(tools.db, batch, [captureId]);
  const [target] = targets;
  if (!target) {
    await saveResults(tools, batch, [], endings);
    return;
  }
  try {
    const result = await detectAgain(tools, target, signal);
    await saveResults(tools, batch, [{ captureId, scoreBeforeId: target.currentScoreId, result }]);
  } catch (error) {
    if (signal.aborted || isTransientDatabaseError(error)) throw error;
    await saveResults(tools, batch, [], [failed(captureId, error)]);
  }
}

async function detectAgain(tools: BatchTools, target: ItemTarget, signal: AbortSignal) {
  const { captureId, mappedFromVersionId, versionId } = target;
  // A mapped shelf was stocked by the older version, so the tiers must detect that version.
  const stockedBy = mappedFromVersionId ?? versionId;
  const { bayId, takenAt } = target;
  const at = { bayId, takenAt, versionId: stockedBy };
  const material = await readMaterial(tools.db, at);
  const readOthers = () => readOtherBays(tools.db, at);
  const outcome = await infer(
    {
      gate: 'pinned',
      versionId: stockedBy,
      photoSha256: target.sha256 as string,
      ...material,
      readOtherBays: readOthers,
    },
    tools,
    signal,
  );
  if (outcome.kind !== 'advance') throw new Fault('NO_TIER_ANSWERED', 'No tier answered.', { retry: true });
  const { result } = outcome;
  if (result.tier > target.tier)
    throw new Fault(
      'LOWER_TIER',
      `Only tier ${result.tier} answered, and the present score is of tier ${target.tier}; it stays. Try again when the better tier is back.`,
      { retry: true },
    );
  // Detections are written once and stay, whatever happens to the item: they record what was seen and which tiers
  // tried.
  const { detectionSetId } = await tools.db.transaction((tx) => saveInfer(tx, captureId, result));
  const scored = { captureId, versionId, mappedFromVersionId, detectionSetId: detectionSetId as string };
  const input = (await loadScoreInputs(tools.db, [scored])).get(captureId);
  if (!input) throw new Error(`invariant: the new detections of capture ${captureId} are missing`);
  return judge(input);
}

import { Fault } from '../fault.ts';
import { isConnectionLoss } from '../runner/is-connection-loss.ts';
import { infer } from '../stages/infer.ts';
import { judge } from '../stages/score.ts';
import { readMaterial } from '../store/load-infer.ts';
import { loadScoreInputs } from '../store/load-score.ts';
import { saveInfer } from '../store/save-infer.ts';
import { type Aim, aimItems } from './aim-items.ts';
import { keepResults } from './keep-results.ts';
import { failed } from './rescore-items.ts';
import type { BatchRow } from './start-batch.ts';
import type { BatchTools } from './work-batch.ts';

/** Lets the tiers look at one capture's photo again, and scores what they find. */
export async function reinferItem(
  tools: BatchTools,
  batch: BatchRow,
  captureId: string,
  signal: AbortSignal,
): Promise<void> {
  const { aims, endings } = await aimItems(tools.db, batch, [captureId]);
  const [aim] = aims;
  if (!aim) {
    await keepResults(tools, batch, [], endings);
    return;
  }
  try {
    const result = await lookAgain(tools, aim, signal);
    await keepResults(tools, batch, [{ captureId, scoreBeforeId: aim.currentScoreId, result }]);
  } catch (error) {
    if (signal.aborted || isConnectionLoss(error)) throw error;
    await keepResults(tools, batch, [], [failed(captureId, error)]);
  }
}

async function lookAgain(tools: BatchTools, aim: Aim, signal: AbortSignal) {
  const { captureId, mappedFromVersionId, versionId } = aim;
  // A shelf that is mapped was laid by the older version: that is the one to look for.
  const laidBy = mappedFromVersionId ?? versionId;
  const { bayId, takenAt } = aim;
  const material = await readMaterial(tools.db, { bayId, takenAt, versionId: laidBy });
  const outcome = await infer(
    { gate: 'pinned', versionId: laidBy, photoSha256: aim.sha256 as string, ...material },
    tools,
    signal,
  );
  if (outcome.kind !== 'advance') throw new Fault('NO_TIER_ANSWERED', 'No tier answered.', { retry: true });
  const { result } = outcome;
  if (result.tier > aim.tier)
    throw new Fault(
      'LOWER_TIER',
      `Only tier ${result.tier} answered, and the present score is of tier ${aim.tier}; it stays. Try again when the better tier is back.`,
      { retry: true },
    );
  // Detections are written once and stay, whatever becomes of the item: they say what was seen, and which tiers tried.
  const { detectionSetId } = await tools.db.transaction((tx) => saveInfer(tx, captureId, result));
  const target = { captureId, versionId, mappedFromVersionId, detectionSetId: detectionSetId as string };
  const input = (await loadScoreInputs(tools.db, [target])).get(captureId);
  if (!input) throw new Error(`the new detections of capture ${captureId} are not there`);
  return judge(input);
}

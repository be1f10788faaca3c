import {
  type CaptureState,
  capture,
  type Database,
  positionVerdict,
  product,
  type Transaction,
  type Verdict,
  verdictOverrule,
} from '@gondola/db';
import { and, eq } from 'drizzle-orm';
import type { Actor } from '../audit/actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { readPlanogram } from '../planogram-versions/read-planogram.ts';
import type { CaptureQueue } from '../queue/capture-queue.ts';
import { advanceWithin } from '../runner/advance.ts';
import { insertScores } from '../stages/score/insert-scores.ts';
import { loadScoreInputs } from '../stages/score/load-score.ts';
import { judge } from '../stages/score/score.ts';
import { readScoreSummary, type ScoreSummary } from './score-summary.ts';

export interface Overrule {
  captureId: string;
  /** The score that the person saw. Nothing is done when another score is current by now. */
  expectedScoreId: string;
  /** The finding: by its position, or for an unplanned product by its index in the list. */
  place: { positionId: string } | { ordinal: number };
  /** Null takes the overrule back: scoring's own finding counts again. */
  verdict: Verdict | null;
  seenProductId: string | null;
  reason: string;
}

export type OverruleProblem =
  | { problem: 'CAPTURE_UNKNOWN' | 'FINDING_UNKNOWN' | 'PRODUCT_UNKNOWN' | 'NOTHING_TO_TAKE_BACK' }
  | { problem: 'NOT_UNDER_REVIEW'; state: CaptureState }
  /** `current`: the origin of the score that is current now. */
  | { problem: 'SCORE_CHANGED'; current: ScoreSummary | null }
  /**
   * WAIVED: the position is waived for its bay. UNPLANNED: an unplanned finding allows only EXTRA or NOT_ASSESSED.
   * PLANNED: a position is never EXTRA or WAIVED.
   */
  | { problem: 'VERDICT_NOT_POSSIBLE'; because: 'WAIVED' | 'UNPLANNED' | 'PLANNED' };

export type OverruleResult = { scoreId: string } | OverruleProblem;

/**
 * Replaces one finding by a person's verdict. The overrule, a new score based on the one that the person saw, the
 * capture's move to it and an audit entry are one transaction. The same detections are assessed again with all
 * overrules in force.
 */
export const overruleVerdict = (
  { db, queue }: { db: Database; queue: CaptureQueue },
  actor: Actor,
  overrule: Overrule,
): Promise<OverruleResult> => db.transaction((tx) => overruleWithin(tx, queue, actor, overrule));

async function overruleWithin(
  tx: Transaction,
  queue: CaptureQueue,
  actor: Actor,
  asked: Overrule,
): Promise<OverruleResult> {
  const [standing] = await tx
    .select({
      id: capture.id,
      state: capture.state,
      revision: capture.revision,
      currentScoreId: capture.currentScoreId,
      detectionSetId: capture.detectionSetId,
      versionId: capture.pinnedVersionId,
      mappedFromVersionId: capture.mappedFromVersionId,
    })
    .from(capture)
    .where(eq(capture.id, asked.captureId))
    .for('update');
  if (!standing) return { problem: 'CAPTURE_UNKNOWN' };
  const { state, currentScoreId, detectionSetId, versionId, mappedFromVersionId } = standing;
  if (state !== 'SCORED' || !currentScoreId || !detectionSetId || !versionId)
    return { problem: 'NOT_UNDER_REVIEW', state };
  if (currentScoreId !== asked.expectedScoreId)
    return { problem: 'SCORE_CHANGED', current: await readScoreSummary(tx, currentScoreId) };
  const finding = await findFinding(tx, currentScoreId, asked.place);
  if (!finding) return { problem: 'FINDING_UNKNOWN' };
  const objection = await findObjection(tx, asked, finding);
  if (objection) return objection;

  const { verdict, reason, seenProductId, captureId } = asked;
  const { positionId, ordinal } = finding;
  await tx.insert(verdictOverrule).values({
    captureId,
    scoreId: currentScoreId,
    positionId,
    ordinal,
    verdict,
    seenProductId,
    reason,
    author: actor.name,
  });
  const target = { captureId, detectionSetId, versionId, mappedFromVersionId };
  const inputs = await loadScoreInputs(tx, [target], (id) => readPlanogram(tx, id));
  const input = inputs.get(captureId);
  if (!input) throw new Error(`invariant: capture ${captureId} has no detections ${detectionSetId}`);
  const result = judge(input);
  const [scoreId = ''] = await insertScores(tx, [
    { captureId, result, origin: 'OVERRULE', parentScoreId: currentScoreId },
  ]);
  const decided = { positionId, ordinal, verdictBefore: finding.verdict, verdict };
  const { score, coverage } = result.compliance;
  const moved = await advanceWithin(tx, queue, standing, {
    to: 'SCORED',
    reason: verdict === null ? 'OVERRULE_TAKEN_BACK' : 'OVERRULED',
    facts: { ...decided, score, coverage, scoreBefore: currentScoreId, scoreAfter: scoreId },
    actor: actor.name,
    write: async () => ({ currentScoreId: scoreId, score, coverage }),
  });
  if (!moved) throw new Error('invariant: the capture moved while its row was locked');
  await recordAudit(tx, actor, {
    action: 'verdictOverrule',
    object: `capture:${captureId}`,
    facts: { ...decided, reason, scoreId },
  });
  return { scoreId };
}

interface FoundFinding {
  positionId: string | null;
  ordinal: number;
  verdict: Verdict;
  overruleId: string | null;
}

async function findFinding(
  tx: Transaction,
  scoreId: string,
  place: Overrule['place'],
): Promise<FoundFinding | undefined> {
  const [row] = await tx
    .select({
      positionId: positionVerdict.positionId,
      ordinal: positionVerdict.ordinal,
      verdict: positionVerdict.verdict,
      overruleId: positionVerdict.overruleId,
    })
    .from(positionVerdict)
    .where(
      and(
        eq(positionVerdict.scoreId, scoreId),
        'positionId' in place
          ? eq(positionVerdict.positionId, place.positionId)
          : eq(positionVerdict.ordinal, place.ordinal),
      ),
    );
  return row;
}

/**
 * Returns why a verdict is not possible, or null. An unplanned finding is EXTRA or NOT_ASSESSED; a planned position is
 * neither EXTRA nor WAIVED.
 */
async function findObjection(
  tx: Transaction,
  { verdict, seenProductId }: Overrule,
  finding: FoundFinding,
): Promise<OverruleProblem | null> {
  if (finding.verdict === 'WAIVED') return { problem: 'VERDICT_NOT_POSSIBLE', because: 'WAIVED' };
  if (verdict === null) return finding.overruleId === null ? { problem: 'NOTHING_TO_TAKE_BACK' } : null;
  if (finding.positionId === null && verdict !== 'EXTRA' && verdict !== 'NOT_ASSESSED')
    return { problem: 'VERDICT_NOT_POSSIBLE', because: 'UNPLANNED' };
  if (finding.positionId !== null && (verdict === 'EXTRA' || verdict === 'WAIVED'))
    return { problem: 'VERDICT_NOT_POSSIBLE', because: 'PLANNED' };
  if (seenProductId === null) return null;
  const known = await tx.$count(product, eq(product.id, seenProductId));
  return known > 0 ? null : { problem: 'PRODUCT_UNKNOWN' };
}

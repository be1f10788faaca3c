import {
  auditLog,
  capture,
  type Database,
  positionVerdict,
  product,
  type Transaction,
  type Verdict,
  verdictOverrule,
} from '@gondola/db';
import { and, eq } from 'drizzle-orm';
import type { CaptureQueue } from '../queue/capture-queue.ts';
import { advanceWithin } from '../runner/advance.ts';
import { judge } from '../stages/score.ts';
import { insertScores } from '../store/insert-scores.ts';
import { loadScoreInputs } from '../store/load-score.ts';
import { readPlanogram } from '../store/read-planogram.ts';
import { tellScore } from './tell-score.ts';

export interface Overrule {
  captureId: string;
  /** The score that the person looked at; when another one is current by now, nothing is done. */
  expectedScoreId: string;
  /** The finding: of a position, or of a thing that is not planned by its place in the list. */
  place: { positionId: string } | { ordinal: number };
  /** Null takes the ruling back: the machine's finding counts again. */
  verdict: Verdict | null;
  seenProductId: string | null;
  reason: string;
  actor: string;
  /** What the audit log keeps beside it. */
  facts: Record<string, unknown>;
}

export type OverruleProblem =
  | 'CAPTURE_UNKNOWN'
  | 'NOT_UNDER_REVIEW'
  | 'SCORE_CHANGED'
  | 'FINDING_UNKNOWN'
  | 'VERDICT_NOT_POSSIBLE'
  | 'PRODUCT_UNKNOWN'
  | 'NOTHING_TO_TAKE_BACK';

export type OverruleResult = { scoreId: string } | { problem: OverruleProblem; message: string };

/**
 * A person rules on one finding: the ruling, a score row of its own that starts from the one looked at, the capture's
 * move to it, and an audit entry, all or nothing. The same detections are judged again with all rulings that hold.
 */
export const overruleVerdict = (
  { db, queue }: { db: Database; queue: CaptureQueue },
  overrule: Overrule,
): Promise<OverruleResult> => db.transaction((tx) => overruleWithin(tx, queue, overrule));

async function overruleWithin(
  tx: Transaction,
  queue: CaptureQueue,
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
  if (!standing) return refuse('CAPTURE_UNKNOWN', 'There is no capture of this id.');
  const { state, currentScoreId, detectionSetId, versionId, mappedFromVersionId } = standing;
  if (state !== 'SCORED' || !currentScoreId || !detectionSetId || !versionId)
    return refuse('NOT_UNDER_REVIEW', notUnderReview(state));
  if (currentScoreId !== asked.expectedScoreId)
    return refuse('SCORE_CHANGED', await tellScore(tx, currentScoreId));
  const finding = await findFinding(tx, currentScoreId, asked.place);
  if (!finding) return refuse('FINDING_UNKNOWN', 'This score has no such finding.');
  const objection = await findObjection(tx, asked, finding);
  if (objection) return objection;

  const { verdict, reason, seenProductId, actor, captureId, facts } = asked;
  const { positionId, ordinal } = finding;
  await tx.insert(verdictOverrule).values({
    captureId,
    scoreId: currentScoreId,
    positionId,
    ordinal,
    verdict,
    seenProductId,
    reason,
    author: actor,
  });
  const target = { captureId, detectionSetId, versionId, mappedFromVersionId };
  const inputs = await loadScoreInputs(tx, [target], (id) => readPlanogram(tx, id));
  const input = inputs.get(captureId);
  if (!input) throw new Error(`capture ${captureId} has no detections ${detectionSetId}`);
  const result = judge(input);
  const [scoreId = ''] = await insertScores(tx, [
    { captureId, result, origin: 'OVERRULE', parentScoreId: currentScoreId },
  ]);
  const told = { positionId, ordinal, verdictBefore: finding.verdict, verdict };
  const { score, coverage } = result.compliance;
  const moved = await advanceWithin(tx, queue, standing, {
    to: 'SCORED',
    reason: verdict === null ? 'OVERRULE_TAKEN_BACK' : 'OVERRULED',
    facts: { ...told, score, coverage, scoreBefore: currentScoreId, scoreAfter: scoreId },
    actor,
    write: async () => ({ currentScoreId: scoreId, score, coverage }),
  });
  if (!moved) throw new Error('the capture moved while its row was locked');
  await tx.insert(auditLog).values({
    actor,
    action: 'verdictOverrule',
    object: `capture:${captureId}`,
    facts: { ...facts, ...told, reason, scoreId },
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

/** A thing that nobody planned can only be there or not; a position is never one, and is waived for a bay, not a capture. */
async function findObjection(
  tx: Transaction,
  { verdict, seenProductId }: Overrule,
  finding: FoundFinding,
): Promise<OverruleResult | null> {
  if (finding.verdict === 'WAIVED')
    return refuse(
      'VERDICT_NOT_POSSIBLE',
      'The position is waived for its bay, which a ruling does not change.',
    );
  if (verdict === null)
    return finding.overruleId === null
      ? refuse('NOTHING_TO_TAKE_BACK', 'Nobody has overruled this finding.')
      : null;
  const possible =
    finding.positionId === null
      ? verdict === 'EXTRA' || verdict === 'NOT_ASSESSED'
      : verdict !== 'EXTRA' && verdict !== 'WAIVED';
  if (!possible)
    return refuse(
      'VERDICT_NOT_POSSIBLE',
      finding.positionId === null
        ? 'A thing that is not planned is EXTRA, or NOT_ASSESSED when it is none.'
        : 'A position can be neither EXTRA nor, for one capture, WAIVED: waive it for its bay.',
    );
  if (seenProductId === null) return null;
  const known = await tx.$count(product, eq(product.id, seenProductId));
  return known > 0 ? null : refuse('PRODUCT_UNKNOWN', 'There is no product of this id.');
}

const notUnderReview = (state: string): string =>
  state === 'ARCHIVED'
    ? 'The review of this capture is over: it is archived, and its score stands.'
    : 'This capture has no score yet that could be overruled.';

const refuse = (problem: OverruleProblem, message: string) => ({ problem, message });

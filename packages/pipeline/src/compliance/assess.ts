import type { Planogram } from '../planogram/model.ts';
import type { Realogram, ShelfCode } from '../realogram.ts';
import { align } from './align/align.ts';
import type { Compliance, Finding } from './finding.ts';
import { creditOf, formulaVersion, scorePositions } from './formula/score.ts';
import { collectPositionEvidence } from './verdicts/collect-position-evidence.ts';
import { decideVerdict } from './verdicts/decide-verdict.ts';
import { evidenceOf } from './verdicts/evidence.ts';
import { extrasOf } from './verdicts/extra.ts';
import { namesOf } from './verdicts/names.ts';
import { isCovered, judgedFacings, type PositionEvidence } from './verdicts/position-evidence.ts';
import type { VerdictDecision } from './verdicts/verdict-decision.ts';

/**
 * Compares a realogram with a planogram: a finding per position, unplanned products, score and coverage. Pure and
 * deterministic: the same planogram and realogram give the same result in any order of detections.
 */
export function assess(planogram: Planogram, realogram: Realogram): Compliance {
  const alignment = align(planogram, realogram);
  const { allEvidence, extras } = collectPositionEvidence(planogram, alignment);
  const names = namesOf(planogram);
  const codes = (realogram.shelfEdges ?? []).flatMap((edge) => edge.codes);
  const decisions = allEvidence.map((positionEvidence) => ({
    positionEvidence,
    decision: decideVerdict(positionEvidence, names),
  }));
  const sheet = scorePositions(
    decisions.map(({ positionEvidence, decision }) => ({
      weight: positionEvidence.position.facings.horizontal,
      parts: decision.credit,
      facingsJudged: judgedFacings(positionEvidence),
      facingsMatched: facingsMatched(positionEvidence, decision),
    })),
  );
  return {
    formulaVersion,
    score: sheet.score,
    unscoredReason: sheet.score === null ? unscoredReason(decisions, alignment.failure) : null,
    coverage: sheet.coverage,
    components: sheet.components,
    findings: [
      ...decisions.map(({ positionEvidence, decision }) => findingOf(positionEvidence, decision, codes)),
      ...extrasOf(extras, planogram, names),
    ],
  };
}

function findingOf(
  positionEvidence: PositionEvidence,
  decision: VerdictDecision,
  codes: readonly ShelfCode[],
): Finding {
  const { position } = positionEvidence;
  return {
    positionId: position.id,
    verdict: decision.verdict,
    expectedProductId: position.productId,
    seenProductId: decision.seenProductId,
    facingsPlanned: position.facings.horizontal * position.facings.vertical,
    facingsSeen: decision.facingsSeen,
    confidence: decision.confidence,
    credit: decision.credit === null ? null : creditOf(decision.credit),
    box: decision.box,
    evidence: evidenceOf(positionEvidence, decision, codes),
    reason: decision.reason,
  };
}

function facingsMatched(
  positionEvidence: PositionEvidence,
  { verdict, facingsSeen }: VerdictDecision,
): number {
  if (verdict !== 'MATCH' && verdict !== 'FACINGS_OVER' && verdict !== 'FACINGS_SHORT') return 0;
  return Math.min(facingsSeen ?? 0, judgedFacings(positionEvidence));
}

function unscoredReason(
  decisions: { positionEvidence: PositionEvidence; decision: VerdictDecision }[],
  failure: string | null,
): string {
  if (failure !== null) return failure;
  if (decisions.length === 0) return 'The planogram has no positions.';
  const counts = Map.groupBy(decisions, ({ decision }) => decision.verdict);
  const words = { NOT_VISIBLE: 'outside the photo', OCCUPIED: 'occupied by something not identified' };
  const parts = Object.entries(words).flatMap(([verdict, word]) => {
    const count = counts.get(verdict as keyof typeof words)?.length ?? 0;
    return count > 0 ? [`${count} ${word}`] : [];
  });
  const notAssessed = counts.get('NOT_ASSESSED') ?? [];
  const covered = notAssessed.filter(({ positionEvidence }) => isCovered(positionEvidence)).length;
  if (covered > 0) parts.push(`${covered} behind something in front of the shelf`);
  const rest = notAssessed.length - covered;
  if (rest > 0) parts.push(`${rest} not examined`);
  return `None of the ${decisions.length} positions could be assessed: ${parts.join(', ')}.`;
}

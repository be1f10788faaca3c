import type { Realogram, ShelfCode } from '../inference/realogram.ts';
import type { Planogram } from '../planogram/model.ts';
import { align } from './align/align.ts';
import type { Compliance, Finding } from './finding.ts';
import { creditOf, formulaVersion, scorePositions } from './score.ts';
import { evidenceOf } from './verdicts/evidence.ts';
import { extrasOf } from './verdicts/extra.ts';
import { namesOf } from './verdicts/names.ts';
import { ruleOn } from './verdicts/rule-on.ts';
import type { Ruling } from './verdicts/ruling.ts';
import { decided, type Tally } from './verdicts/tally.ts';
import { tallyPositions } from './verdicts/tally-positions.ts';

/**
 * Holds what is on the shelf against what should be: a finding per position, the things nobody planned, score and coverage.
 * Pure and deterministic: the same planogram and realogram always give the same answer, whatever the detections' order.
 */
export function assess(planogram: Planogram, realogram: Realogram): Compliance {
  const alignment = align(planogram, realogram);
  const { tallies, extras } = tallyPositions(planogram, alignment);
  const names = namesOf(planogram);
  const codes = (realogram.shelfEdges ?? []).flatMap((edge) => edge.codes);
  const ruled = tallies.map((tally) => ({ tally, ruling: ruleOn(tally, names) }));
  const sheet = scorePositions(
    ruled.map(({ tally, ruling }) => ({
      weight: tally.position.facings.horizontal,
      parts: ruling.credit,
      facingsJudged: decided(tally),
      facingsMatched: facingsMatched(tally, ruling),
    })),
  );
  return {
    formulaVersion,
    score: sheet.score,
    unscoredReason: sheet.score === null ? unscoredReason(ruled, alignment.failure) : null,
    coverage: sheet.coverage,
    components: sheet.components,
    findings: [
      ...ruled.map(({ tally, ruling }) => findingOf(tally, ruling, codes)),
      ...extrasOf(extras, planogram, names),
    ],
  };
}

function findingOf(tally: Tally, ruling: Ruling, codes: readonly ShelfCode[]): Finding {
  const { position } = tally;
  return {
    positionId: position.id,
    verdict: ruling.verdict,
    expectedProductId: position.productId,
    seenProductId: ruling.seenProductId,
    facingsPlanned: position.facings.horizontal * position.facings.vertical,
    facingsSeen: ruling.facingsSeen,
    confidence: ruling.confidence,
    credit: ruling.credit === null ? null : creditOf(ruling.credit),
    box: ruling.box,
    evidence: evidenceOf(tally, ruling, codes),
    reason: ruling.reason,
  };
}

function facingsMatched(tally: Tally, { verdict, facingsSeen }: Ruling): number {
  if (verdict !== 'MATCH' && verdict !== 'FACINGS_OVER' && verdict !== 'FACINGS_SHORT') return 0;
  return Math.min(facingsSeen ?? 0, decided(tally));
}

function unscoredReason(ruled: { ruling: Ruling }[], failure: string | null): string {
  if (failure !== null) return failure;
  if (ruled.length === 0) return 'The planogram has no positions.';
  const counts = Map.groupBy(ruled, ({ ruling }) => ruling.verdict);
  const words = { NOT_VISIBLE: 'outside the photo', OCCUPIED: 'occupied by something not identified' };
  const told = Object.entries(words).flatMap(([verdict, word]) => {
    const count = counts.get(verdict as keyof typeof words)?.length ?? 0;
    return count > 0 ? [`${count} ${word}`] : [];
  });
  const rest = counts.get('NOT_ASSESSED')?.length ?? 0;
  if (rest > 0) told.push(`${rest} not looked at`);
  return `None of the ${ruled.length} positions could be assessed: ${told.join(', ')}.`;
}

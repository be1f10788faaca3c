import type { Verdict } from '@gondola/db';
import type { Components, Finding } from '../finding.ts';
import { partsOfCredit } from '../formula/parts-of-credit.ts';
import { type CreditParts, creditOf, scorePositions } from '../formula/score.ts';
import { scoredPosition } from '../formula/scored-position.ts';

/** A person's decision that replaces one finding. */
export interface Overrule {
  /** The finding: by its position or, for an EXTRA without one, by its index in the list. */
  of: { positionId: string } | { ordinal: number };
  verdict: Verdict;
  /** The product in the place; null: none, or no product of the catalogue. */
  seenProductId: string | null;
  /** Facings of the planned product, when the person counted them. */
  facingsSeen?: number;
  /**
   * For MISPLACED: the product stands on its own shelf. Without this value, only a product that was MISPLACED on its
   * shelf before earns the shelf.
   */
  onPlannedShelf?: boolean;
}

export interface FindingOverrides {
  /** Positions from which the store is excused. */
  waivedPositionIds: ReadonlySet<string>;
  /** The last one applies when there are several for one finding. */
  overrules: readonly Overrule[];
}

/** A finding after overrides, with the source of its verdict. */
export interface EffectiveFinding extends Finding {
  decidedBy: 'SCORING' | 'OVERRULE' | 'WAIVER';
}

export interface EffectiveScore {
  /** 0..1; null with a reason when nothing assessable is left. */
  score: number | null;
  unscoredReason: string | null;
  coverage: number;
  components: Components;
  /** In the order of the given findings. */
  findings: EffectiveFinding[];
}

/**
 * Applies waivers and overrules to findings, and scores the result by formula version 1. A waived position counts neither for
 * the score nor for coverage, even when an overrule exists. Pure; the given findings stay unchanged.
 *
 * `weights`: by position id, as scoring weighed them (horizontal facings); a position that is not in it weighs its planned
 * facings.
 */
export function applyOverrides(
  findings: readonly Finding[],
  weights: ReadonlyMap<string, number>,
  { waivedPositionIds, overrules }: FindingOverrides,
): EffectiveScore {
  const effective = findings.map((finding, ordinal): EffectiveFinding => {
    if (finding.positionId !== null && waivedPositionIds.has(finding.positionId)) return waived(finding);
    const overrule = overrules.findLast(({ of }) =>
      'ordinal' in of ? of.ordinal === ordinal : of.positionId === finding.positionId,
    );
    if (overrule === undefined) return { ...finding, decidedBy: 'SCORING' };
    return { ...overruled(finding, overrule), decidedBy: 'OVERRULE' };
  });
  const counted = effective.filter(({ positionId, verdict }) => positionId !== null && verdict !== 'WAIVED');
  const sheet = scorePositions(
    counted.map((finding) =>
      scoredPosition(finding, weights.get(finding.positionId ?? '') ?? finding.facingsPlanned),
    ),
  );
  return {
    ...sheet,
    unscoredReason: sheet.score === null ? reasonOf(counted.length) : null,
    findings: effective,
  };
}

function waived(finding: Finding): EffectiveFinding {
  const reason = 'The store is excused from this position.';
  return { ...finding, verdict: 'WAIVED', credit: null, reason, decidedBy: 'WAIVER' };
}

function overruled(finding: Finding, overrule: Overrule): Finding {
  const { verdict, seenProductId } = overrule;
  const facingsSeen = facingsOf(finding, overrule);
  const parts = finding.positionId === null ? null : partsOf(finding, overrule, facingsSeen ?? 0);
  // A person who overrules has assessed every facing.
  const judged = parts === null ? {} : { facingsJudged: finding.facingsPlanned };
  return {
    ...finding,
    verdict,
    seenProductId,
    facingsSeen,
    confidence: 1,
    credit: parts === null ? null : creditOf(parts),
    evidence: { ...finding.evidence, ...judged },
    reason: `A person overruled ${finding.verdict}: ${finding.reason}`,
  };
}

function partsOf(finding: Finding, { verdict, onPlannedShelf }: Overrule, seen: number): CreditParts | null {
  const full = partsOfCredit(verdict, 1);
  if (full === null || full.identity === 0) return full;
  const facings = share(seen, finding.facingsPlanned);
  if (verdict !== 'MISPLACED') return { ...full, facings };
  const before = partsOfCredit(finding.verdict, finding.credit);
  const onShelf = onPlannedShelf ?? (finding.verdict === 'MISPLACED' && before?.shelf === 1);
  return { ...full, shelf: onShelf ? 1 : 0, facings };
}

/**
 * Returns the facings as counted by the person, else as implied by the verdict. A shortage or surplus of unknown size
 * is the found one, or one facing.
 */
function facingsOf({ facingsPlanned, facingsSeen, positionId }: Finding, overrule: Overrule): number | null {
  if (positionId === null) return facingsSeen;
  if (overrule.facingsSeen !== undefined) return overrule.facingsSeen;
  const seen = facingsSeen ?? 0;
  switch (overrule.verdict) {
    case 'MATCH':
      return facingsPlanned;
    case 'FACINGS_SHORT':
      return seen > 0 && seen < facingsPlanned ? seen : Math.max(1, facingsPlanned - 1);
    case 'FACINGS_OVER':
      return Math.max(seen, facingsPlanned + 1);
    case 'MISPLACED':
      return seen > 0 ? seen : facingsPlanned;
    case 'WRONG_PRODUCT':
    case 'UNKNOWN_PRODUCT':
    case 'MISSING':
      return 0;
    case 'OCCUPIED':
    case 'NOT_VISIBLE':
    case 'NOT_ASSESSED':
    case 'WAIVED':
    case 'EXTRA':
      return null;
  }
}

const share = (seen: number, planned: number): number =>
  seen === 0 && planned === 0 ? 0 : Math.min(seen, planned) / Math.max(seen, planned);

const reasonOf = (counted: number): string =>
  counted === 0
    ? 'Every position is waived, or the planogram has none.'
    : `None of the ${counted} positions that are not waived could be assessed.`;

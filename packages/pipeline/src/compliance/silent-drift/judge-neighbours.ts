import type { Planogram, Position } from '../../planogram/model.ts';
import type { Compliance, Finding } from '../finding.ts';

/** One version of a bay's planogram with its assessment by the same realogram. */
export interface Scored {
  versionId: string;
  planogram: Planogram;
  compliance: Compliance;
}

export type DriftJudgement =
  | { drifted: false; reason: string }
  | {
      drifted: true;
      versionId: string;
      /**
       * 0..1: the lead of this version over the pinned one, as the difference of their shares of matching deciding
       * facings.
       */
      margin: number;
      pinnedScore: number | null;
      otherScore: number | null;
      /** Facings that this version plans differently from the pinned one, and that could be assessed. */
      discriminating: number;
      reason: string;
    };

/**
 * Minimum lead of the other version. Over 600 comparisons of shelves that follow the pinned version with resets of it,
 * no lead exceeded 0.03. Of 200 shelves that follow the reset, 98 in 100 exceeded 0.2.
 */
export const minMargin = 0.2;
/** Below this share of its own deciding facings the other version does not fit either: the shelf is untidy, not drifted. */
export const minFit = 0.3;
/** Minimum lead in facings: with few deciding facings, a share alone may be one moved block. */
export const minLead = 4;
/**
 * Minimum facings: fewer may result from ordinary changes on any shelf, such as two swapped neighbours, a substitution or
 * a block that spread.
 */
export const minFacings = 6;
/** Minimum positions: the same facings in fewer positions may be one moved block. */
export const minPositions = 4;

/** Half a facing: a detection within it is still in its place (see the alignment's tolerance). */
const samePlace = 0.5;

/**
 * Detects silent drift: whether another version of the bay explains the shelf clearly better than the pinned one. Only places
 * where the two versions differ are evidence. Pure.
 *
 * `shownVersionId`: the version given to a tier that works place by place (tier 3); null for a tier that uses the photo alone.
 * A tier 3 compares only that version's products in that version's places. Its recognised products are evidence for and against
 * any version. Missing and unknown products are evidence for none. With too little evidence the version cannot be judged.
 */
export function judgeNeighbours(
  pinned: Scored,
  neighbours: readonly Scored[],
  shownVersionId: string | null = null,
): DriftJudgement {
  const others = neighbours.filter(({ versionId }) => versionId !== pinned.versionId);
  if (others.length === 0) return { drifted: false, reason: 'The bay has no other version to compare with.' };
  if (pinned.compliance.score === null)
    return {
      drifted: false,
      reason:
        `It cannot be judged which version is followed. ${pinned.compliance.unscoredReason ?? ''}`.trim(),
    };
  const comparisons = others.map((other) => compareVersions(pinned, other, shownVersionId));
  const better = comparisons.filter((one) => one.obstacle === null).toSorted(byFit)[0];
  if (better === undefined)
    return { drifted: false, reason: (comparisons.toSorted(byFit)[0] ?? comparisons[0])?.obstacle ?? '' };
  const { other, theirs, ours, margin } = better;
  return {
    drifted: true,
    versionId: other.versionId,
    margin,
    pinnedScore: pinned.compliance.score,
    otherScore: other.compliance.score,
    discriminating: theirs.facings,
    reason: `Where the two versions differ, ${facingsText(theirs)} stand as the other version plans, and ${facingsText(ours)} as the pinned one does.`,
  };
}

interface VersionEvidence {
  positions: number;
  facings: number;
  /** The number of those facings in positions that are exactly as planned. */
  matching: number;
}

interface VersionComparison {
  other: Scored;
  ours: VersionEvidence;
  theirs: VersionEvidence;
  margin: number;
  /** Returns why the other version does not fit better; null when it does. */
  obstacle: string | null;
}

function compareVersions(pinned: Scored, other: Scored, shownVersionId: string | null): VersionComparison {
  const known = shownVersionId === null ? null : productsOf(shownVersionId, [pinned, other]);
  const ours = countEvidence(pinned, other.planogram, known);
  const theirs = countEvidence(other, pinned.planogram, known);
  const margin = shareOf(theirs) - shareOf(ours);
  return { other, ours, theirs, margin, obstacle: obstacleOf(ours, theirs, margin) };
}

function obstacleOf(ours: VersionEvidence, theirs: VersionEvidence, margin: number): string | null {
  const facings = Math.min(ours.facings, theirs.facings);
  const positions = Math.min(ours.positions, theirs.positions);
  if (facings < minFacings || positions < minPositions)
    return `It cannot be judged which version is followed: where the two differ, only ${facings} facings in ${positions} positions could be assessed.`;
  const lead = theirs.matching - ours.matching;
  if (shareOf(theirs) < minFit || margin < minMargin || lead < minLead)
    return `No other version fits clearly better: where the two differ, ${facingsText(ours)} stand as the pinned one plans, and ${facingsText(theirs)} as the other does.`;
  return null;
}

/** Returns the products that the tier's version contains; empty when neither version is that version. */
const productsOf = (versionId: string, versions: readonly Scored[]): ReadonlySet<string> =>
  new Set(versions.find((one) => one.versionId === versionId)?.planogram.products.map(({ id }) => id) ?? []);

/** Returns the positions of one version that the other one lacks, as far as they could be assessed. */
function countEvidence(
  { planogram, compliance }: Scored,
  against: Planogram,
  known: ReadonlySet<string> | null,
): VersionEvidence {
  const byId = new Map(compliance.findings.map((finding) => [finding.positionId, finding]));
  const evidence: VersionEvidence = { positions: 0, facings: 0, matching: 0 };
  for (const position of planogram.positions) {
    const finding = byId.get(position.id);
    if (finding === undefined || finding.credit === null || !isEvidence(finding, known)) continue;
    if (against.positions.some((other) => isSame(position, other))) continue;
    evidence.positions += 1;
    evidence.facings += finding.facingsPlanned;
    if (finding.verdict === 'MATCH') evidence.matching += finding.facingsPlanned;
  }
  return evidence;
}

/** Returns whether a finding is evidence. With a tier 3 only recognised products are, in their place or in another's. */
const isEvidence = ({ verdict, expectedProductId }: Finding, known: ReadonlySet<string> | null): boolean =>
  known === null ||
  (known.has(expectedProductId ?? '') && verdict !== 'MISSING' && verdict !== 'UNKNOWN_PRODUCT');

function isSame(a: Position, b: Position): boolean {
  const nearMm = (samePlace * a.widthMm) / a.facings.horizontal;
  return (
    a.productId === b.productId &&
    a.shelfNumber === b.shelfNumber &&
    a.facings.horizontal === b.facings.horizontal &&
    a.facings.vertical === b.facings.vertical &&
    Math.abs(a.xMm - b.xMm) < nearMm
  );
}

const shareOf = ({ facings, matching }: VersionEvidence): number => (facings > 0 ? matching / facings : 0);
const facingsText = ({ facings, matching }: VersionEvidence): string => `${matching} of ${facings} facings`;

/** Orders the best version first: by how much of the whole shelf is as planned, then by the lead. */
const byFit = (a: VersionComparison, b: VersionComparison): number =>
  (b.other.compliance.components.strictRate ?? 0) - (a.other.compliance.components.strictRate ?? 0) ||
  b.margin - a.margin;

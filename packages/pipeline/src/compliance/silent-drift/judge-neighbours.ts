import type { Compliance, Finding } from '../../compliance/finding.ts';
import type { Planogram, Position } from '../../planogram/model.ts';

/** One version of a bay's planogram with what the same realogram amounts to against it. */
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
      /** 0..1: by how much more of the deciding facings stand as this version plans than as the pinned one does. */
      margin: number;
      pinnedScore: number | null;
      otherScore: number | null;
      /** Facings, planned by the other version at places where the two differ, that could be judged. */
      discriminating: number;
      reason: string;
    };

/**
 * How much more of the deciding facings must stand as the other version plans. Over 600 comparisons of shelves that follow
 * the pinned version with resets of it, none came above 0.03; of 200 that follow the reset, 98 in 100 came above 0.2.
 */
export const leastMargin = 0.2;
/** Below this share of its own deciding facings the other version does not fit either: the shelf is untidy, not drifted. */
export const leastFit = 0.3;
/** So many facings more must stand as it plans: with few that decide, a share alone is one block that somebody moved. */
export const leastLead = 4;
/**
 * Fewer facings than this may all be explained by what happens on any shelf: two neighbours that changed places, a
 * substitution, a block that spread.
 */
export const fewestFacings = 6;
/** As many facings in fewer positions than this may be one block that somebody moved. */
export const fewestPositions = 4;

/** Half a facing: within it, a thing still stands in its place (see the alignment's tolerance). */
const samePlace = 0.5;

/**
 * Silent drift: whether another version of the bay explains the shelf clearly better than the one the capture is pinned to.
 * Only places where the two versions differ have a say; what both plan alike says nothing of which is followed. Pure.
 *
 * `shownVersionId`: the version that the tier was shown, when it looked place by place (tier 3); null when it looked at the
 * photo alone. Such a tier compared with that version's products only and looked in its places only. What it recognised is
 * evidence for and against any version; what it did not find, or found to be none of those products, is evidence for none.
 * With too little of it left the answer is that the version cannot be judged.
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
  const held = others.map((other) => hold(pinned, other, shownVersionId));
  const better = held.filter((one) => one.obstacle === null).toSorted(byFit)[0];
  if (better === undefined)
    return { drifted: false, reason: (held.toSorted(byFit)[0] ?? held[0])?.obstacle ?? '' };
  const { other, theirs, ours, margin } = better;
  return {
    drifted: true,
    versionId: other.versionId,
    margin,
    pinnedScore: pinned.compliance.score,
    otherScore: other.compliance.score,
    discriminating: theirs.facings,
    reason: `Where the two versions differ, ${told(theirs)} stand as the other version plans, and ${told(ours)} as the pinned one does.`,
  };
}

interface Tally {
  positions: number;
  facings: number;
  /** Of those facings, how many belong to positions that are exactly as planned. */
  standing: number;
}

interface Held {
  other: Scored;
  ours: Tally;
  theirs: Tally;
  margin: number;
  /** Why the other version is not the better one; null when it is. */
  obstacle: string | null;
}

function hold(pinned: Scored, other: Scored, shownVersionId: string | null): Held {
  const known = shownVersionId === null ? null : productsOf(shownVersionId, [pinned, other]);
  const ours = tallyOf(pinned, other.planogram, known);
  const theirs = tallyOf(other, pinned.planogram, known);
  const margin = shareOf(theirs) - shareOf(ours);
  return { other, ours, theirs, margin, obstacle: obstacleOf(ours, theirs, margin) };
}

function obstacleOf(ours: Tally, theirs: Tally, margin: number): string | null {
  const facings = Math.min(ours.facings, theirs.facings);
  const positions = Math.min(ours.positions, theirs.positions);
  if (facings < fewestFacings || positions < fewestPositions)
    return `It cannot be judged which version is followed: where the two differ, only ${facings} facings in ${positions} positions could be assessed.`;
  const lead = theirs.standing - ours.standing;
  if (shareOf(theirs) < leastFit || margin < leastMargin || lead < leastLead)
    return `No other version fits clearly better: where the two differ, ${told(ours)} stand as the pinned one plans, and ${told(theirs)} as the other does.`;
  return null;
}

/** What a tier that was shown a plan could recognise; null when neither version is that plan: then nothing. */
const productsOf = (versionId: string, versions: readonly Scored[]): ReadonlySet<string> =>
  new Set(versions.find((one) => one.versionId === versionId)?.planogram.products.map(({ id }) => id) ?? []);

/** The positions of one version that the other does not have, as far as they could be judged. */
function tallyOf(
  { planogram, compliance }: Scored,
  against: Planogram,
  known: ReadonlySet<string> | null,
): Tally {
  const byId = new Map(compliance.findings.map((finding) => [finding.positionId, finding]));
  const tally: Tally = { positions: 0, facings: 0, standing: 0 };
  for (const position of planogram.positions) {
    const finding = byId.get(position.id);
    if (finding === undefined || finding.credit === null || !speaks(finding, known)) continue;
    if (against.positions.some((other) => isSame(position, other))) continue;
    tally.positions += 1;
    tally.facings += finding.facingsPlanned;
    if (finding.verdict === 'MATCH') tally.standing += finding.facingsPlanned;
  }
  return tally;
}

/** For a tier that was shown a plan: something was recognised here, in the product's place or as another product in it. */
const speaks = ({ verdict, expectedProductId }: Finding, known: ReadonlySet<string> | null): boolean =>
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

const shareOf = ({ facings, standing }: Tally): number => (facings > 0 ? standing / facings : 0);
const told = ({ facings, standing }: Tally): string => `${standing} of ${facings} facings`;

/** The best first: by how much the shelf as a whole is as planned, then by the margin where versions differ. */
const byFit = (a: Held, b: Held): number =>
  (b.other.compliance.components.strictRate ?? 0) - (a.other.compliance.components.strictRate ?? 0) ||
  b.margin - a.margin;

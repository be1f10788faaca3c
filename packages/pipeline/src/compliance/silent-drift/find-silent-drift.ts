import { assess } from '../../compliance/assess.ts';
import type { Compliance } from '../../compliance/finding.ts';
import type { Realogram } from '../../inference/realogram.ts';
import type { Planogram } from '../../planogram/model.ts';
import { fewestFacings, judgeNeighbours, leastFit } from './judge-neighbours.ts';

/** A version that the shelf may follow instead of the pinned one. */
export interface Neighbour {
  versionId: string;
  planogram: Planogram;
}

/** The shelf follows another version clearly better than the one its capture is pinned to. */
export interface SilentDriftFinding {
  betterVersionId: string;
  /** Of the whole bay by each version, 0..1. */
  pinnedScore: number;
  betterScore: number;
  /** Facings that told the two versions apart. */
  discriminatingFacings: number;
  reason: string;
}

/**
 * Another version can only be the better one when at least half of the fewest facings that decide stand as it plans and
 * the pinned one does not. A shelf with fewer things out of place follows its plan; nothing is read for it.
 */
const fewestAstray = Math.ceil(leastFit * fewestFacings);

/**
 * Holds the same detections against the versions beside the pinned one. `compliance` is what was seen, without what
 * people ruled about it: a ruling holds for the pinned version alone.
 */
export async function findSilentDrift(
  pinned: { versionId: string; planogram: Planogram; compliance: Compliance },
  seen: { realogram: Realogram; tier: number; shownVersionId: string | null },
  readNeighbours: () => Promise<Neighbour[]>,
): Promise<SilentDriftFinding | null> {
  if (pinned.compliance.score === null || countAstray(pinned.compliance) < fewestAstray) return null;
  const neighbours = await readNeighbours();
  if (neighbours.length === 0) return null;
  const scored = neighbours.map((one) => ({ ...one, compliance: assess(one.planogram, seen.realogram) }));
  // Tier 3 looks place by place, and so only for what the version that it was shown plans.
  const shownVersionId = seen.tier === 3 ? (seen.shownVersionId ?? pinned.versionId) : null;
  const judgement = judgeNeighbours(pinned, scored, shownVersionId);
  if (!judgement.drifted) return null;
  const { versionId, pinnedScore, otherScore, discriminating, reason } = judgement;
  if (pinnedScore === null || otherScore === null) return null;
  return {
    betterVersionId: versionId,
    pinnedScore,
    betterScore: otherScore,
    discriminatingFacings: discriminating,
    reason,
  };
}

/** Facings that are seen not to be as planned, and things that nobody planned. */
function countAstray({ findings }: Compliance): number {
  return findings.reduce((sum, { verdict, credit, facingsPlanned }) => {
    if (verdict === 'EXTRA') return sum + 1;
    return credit !== null && verdict !== 'MATCH' ? sum + facingsPlanned : sum;
  }, 0);
}

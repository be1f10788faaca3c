import type { Planogram } from '../../planogram/model.ts';
import type { Realogram } from '../../realogram.ts';
import { assess } from '../assess.ts';
import type { Compliance } from '../finding.ts';
import { judgeNeighbours, minFacings, minFit } from './judge-neighbours.ts';

/** A version that the shelf may follow instead of the pinned one. */
export interface Neighbour {
  versionId: string;
  planogram: Planogram;
}

/** The shelf follows another version clearly better than the one its capture is pinned to. */
export interface SilentDriftFinding {
  betterVersionId: string;
  /** Scores of the whole bay by each version, 0..1. */
  pinnedScore: number;
  betterScore: number;
  /** Facings that distinguish the two versions. */
  discriminatingFacings: number;
  reason: string;
}

/**
 * Another version can only fit better when at least this many facings deviate from the pinned one. A shelf with fewer
 * deviations follows its plan, and no neighbour is read.
 */
const minAstray = Math.ceil(minFit * minFacings);

/**
 * Compares the same detections with the neighbouring versions of the pinned one. `compliance` is the assessment without
 * overrides: an override applies to the pinned version alone.
 */
export async function findSilentDrift(
  pinned: { versionId: string; planogram: Planogram; compliance: Compliance },
  seen: { realogram: Realogram; tier: number; shownVersionId: string | null },
  readNeighbours: () => Promise<Neighbour[]>,
): Promise<SilentDriftFinding | null> {
  if (pinned.compliance.score === null || countFacingsAstray(pinned.compliance) < minAstray) return null;
  const neighbours = await readNeighbours();
  if (neighbours.length === 0) return null;
  const scored = neighbours.map((one) => ({ ...one, compliance: assess(one.planogram, seen.realogram) }));
  // Tier 3 works place by place, and so only with the products of the version that it was given.
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

/** Counts facings that deviate from the plan, and unplanned products. */
function countFacingsAstray({ findings }: Compliance): number {
  return findings.reduce((sum, { verdict, credit, facingsPlanned }) => {
    if (verdict === 'EXTRA') return sum + 1;
    return credit !== null && verdict !== 'MATCH' ? sum + facingsPlanned : sum;
  }, 0);
}

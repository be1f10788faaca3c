import { aliasRealogram } from '../compliance/alias-realogram.ts';
import { assess } from '../compliance/assess.ts';
import type { Compliance } from '../compliance/finding.ts';
import { mapFindings } from '../compliance/map-findings.ts';
import {
  findSilentDrift,
  type Neighbour,
  type SilentDriftFinding,
} from '../drift/silent/find-silent-drift.ts';
import type { Realogram } from '../inference/realogram.ts';
import type { Planogram } from '../planogram/model.ts';
import type { Outcome } from '../stage.ts';
import { type Judged, ruleOn } from './rule-on.ts';
import type { Rulings } from './rulings.ts';

export interface ScoreInput {
  detectionSetId: string;
  versionId: string;
  /** Positions are mapped from this version to `versionId`. */
  mappedFromVersionId: string | null;
  tier: number;
  modelId: string;
  configHash: string;
  planogram: Planogram;
  /** That of `mappedFromVersionId`; null without one. */
  mappedFrom: Planogram | null;
  realogram: Realogram;
  /** The version that the tier was shown when it looked; null when that was not written down. */
  shownVersionId: string | null;
  qualityFlags: string[];
  rulings: Rulings;
}

/** In the story of a capture, the versions beside the pinned one are at hand too; read only when they may matter. */
export interface LiveScoreInput extends ScoreInput {
  /** Likeliest first, three at most. */
  readNeighbours(): Promise<Neighbour[]>;
}

/** A compliance with where it came from: everything that a score row is stamped with. */
export interface ScoreResult {
  compliance: Judged;
  provenance: Omit<ScoreInput, 'planogram' | 'mappedFrom' | 'realogram' | 'shownVersionId' | 'rulings'>;
}

export interface LiveScoreResult extends ScoreResult {
  silentDrift: SilentDriftFinding | null;
}

type ScoreOutcome = Outcome<'SCORED' | 'DEAD_LETTERED', LiveScoreResult, never>;

/** Realogram and planogram to verdicts and a score; and whether the shelf follows another version than the pinned one. */
export async function score({ readNeighbours, ...input }: LiveScoreInput): Promise<ScoreOutcome> {
  const seen = assessSeen(input);
  const { compliance, provenance } = stamp(seen, input);
  // Where positions are mapped, a person has looked at which version the shelf follows.
  const silentDrift = input.mappedFrom
    ? null
    : await findSilentDrift({ ...input, compliance: seen }, input, readNeighbours);
  return {
    kind: 'advance',
    to: 'SCORED',
    reason: compliance.score === null ? 'NOTHING_ASSESSABLE' : 'ASSESSED',
    result: { compliance, provenance, silentDrift },
    facts: {
      score: compliance.score,
      coverage: compliance.coverage,
      tier: input.tier,
      ...(silentDrift ? { betterVersionId: silentDrift.betterVersionId } : {}),
    },
  };
}

/** The same for whoever scores outside the story of a capture: a batch, a dry run, an overrule. */
export const judge = (input: ScoreInput): ScoreResult => stamp(assessSeen(input), input);

/**
 * What the detections amount to, before anybody's ruling. Where positions are mapped, the shelf is held against the plan
 * that it was laid by, and told in the positions of the later one; a product that counts as its successor is then of no
 * concern, since that plan knows it.
 */
function assessSeen({ planogram, mappedFrom, realogram, rulings }: ScoreInput): Compliance {
  if (mappedFrom) return mapFindings(assess(mappedFrom, realogram).findings, rulings.mapping, planogram);
  return assess(planogram, aliasRealogram(realogram, rulings.aliases));
}

/** Rulings applied, and where it all came from. */
function stamp(seen: Compliance, input: ScoreInput): ScoreResult {
  const { detectionSetId, versionId, mappedFromVersionId, tier, modelId, configHash, qualityFlags } = input;
  return {
    compliance: ruleOn(seen, input.planogram, input.rulings),
    provenance: { detectionSetId, versionId, mappedFromVersionId, tier, modelId, configHash, qualityFlags },
  };
}

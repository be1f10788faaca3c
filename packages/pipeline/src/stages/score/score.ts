import type { QualityFlaw } from '@gondola/db';
import { assess } from '../../compliance/assess.ts';
import type { Compliance } from '../../compliance/finding.ts';
import { aliasRealogram } from '../../compliance/overrides/alias-realogram.ts';
import { mapFindings } from '../../compliance/overrides/map-findings.ts';
import { type OverriddenCompliance, overrideFindings } from '../../compliance/overrides/override-findings.ts';
import type { Overrides } from '../../compliance/overrides/overrides.ts';
import {
  findSilentDrift,
  type Neighbour,
  type SilentDriftFinding,
} from '../../compliance/silent-drift/find-silent-drift.ts';
import type { Planogram } from '../../planogram/model.ts';
import type { Realogram } from '../../realogram.ts';
import type { Outcome } from '../../stage.ts';

export interface ScoreInput {
  detectionSetId: string;
  versionId: string;
  /** Positions are mapped from this version to `versionId`. */
  mappedFromVersionId: string | null;
  tier: number;
  modelId: string;
  configHash: string;
  planogram: Planogram;
  /** The planogram of `mappedFromVersionId`; null without one. */
  mappedFrom: Planogram | null;
  realogram: Realogram;
  /** The version that the tier got as input; null when it was not recorded. */
  shownVersionId: string | null;
  qualityFlags: QualityFlaw[];
  overrides: Overrides;
}

/** The input of scoring in the pipeline, which can also read neighbouring versions when they may matter. */
export interface LiveScoreInput extends ScoreInput {
  /** Reads the neighbouring versions, likeliest first, three at most. */
  readNeighbours(): Promise<Neighbour[]>;
}

/** A compliance with its provenance, which every score row records. */
export interface ScoreResult {
  compliance: OverriddenCompliance;
  provenance: Omit<ScoreInput, 'planogram' | 'mappedFrom' | 'realogram' | 'shownVersionId' | 'overrides'>;
}

export interface LiveScoreResult extends ScoreResult {
  silentDrift: SilentDriftFinding | null;
}

type ScoreOutcome = Outcome<'SCORED' | 'DEAD_LETTERED', LiveScoreResult, never>;

/** Scores a capture, and checks whether the shelf follows another version than the pinned one. */
export async function score({ readNeighbours, ...input }: LiveScoreInput): Promise<ScoreOutcome> {
  const assessed = assessDetections(input);
  const { compliance, provenance } = withProvenance(assessed, input);
  // A person who maps positions has already decided which version the shelf follows.
  const silentDrift = input.mappedFrom
    ? null
    : await findSilentDrift({ ...input, compliance: assessed }, input, readNeighbours);
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

/** Scores a capture outside the pipeline: for a batch, a dry run or an overrule. */
export const judge = (input: ScoreInput): ScoreResult => withProvenance(assessDetections(input), input);

/**
 * Assesses the detections before decisions of people apply. With mapped positions, the shelf is compared with the
 * earlier plan, and findings are reported as positions of the later one. Aliases are irrelevant then, because the
 * earlier plan contains those products.
 */
function assessDetections({ planogram, mappedFrom, realogram, overrides }: ScoreInput): Compliance {
  if (mappedFrom) return mapFindings(assess(mappedFrom, realogram).findings, overrides.mapping, planogram);
  return assess(planogram, aliasRealogram(realogram, overrides.aliases));
}

/** Applies the decisions of people and adds the provenance. */
function withProvenance(assessed: Compliance, input: ScoreInput): ScoreResult {
  const { detectionSetId, versionId, mappedFromVersionId, tier, modelId, configHash, qualityFlags } = input;
  return {
    compliance: overrideFindings(assessed, input.planogram, input.overrides),
    provenance: { detectionSetId, versionId, mappedFromVersionId, tier, modelId, configHash, qualityFlags },
  };
}

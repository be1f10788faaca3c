import { assess } from '../compliance/assess.ts';
import type { Compliance } from '../compliance/finding.ts';
import type { Realogram } from '../inference/realogram.ts';
import type { Planogram } from '../planogram/model.ts';
import type { Outcome } from '../stage.ts';

export interface ScoreInput {
  detectionSetId: string;
  versionId: string;
  /** Positions are mapped from this version to `versionId`. */
  mappedFromVersionId: string | null;
  tier: number;
  modelId: string;
  configHash: string;
  planogram: Planogram;
  realogram: Realogram;
  qualityFlags: string[];
}

/** A compliance with where it came from: everything that a score row is stamped with. */
export interface ScoreResult {
  compliance: Compliance;
  provenance: Omit<ScoreInput, 'planogram' | 'realogram'>;
}

type ScoreOutcome = Outcome<'SCORED' | 'DEAD_LETTERED', ScoreResult, never>;

/** Realogram and planogram to verdicts and a score. Pure arithmetic. */
export async function score(input: ScoreInput): Promise<ScoreOutcome> {
  const result = judge(input);
  const { compliance } = result;
  return {
    kind: 'advance',
    to: 'SCORED',
    reason: compliance.score === null ? 'NOTHING_ASSESSABLE' : 'ASSESSED',
    result,
    facts: { score: compliance.score, coverage: compliance.coverage, tier: input.tier },
  };
}

/** The same for whoever scores outside the story of a capture: a batch, a dry run. */
export function judge(input: ScoreInput): ScoreResult {
  const { planogram, realogram, ...provenance } = input;
  return { compliance: assess(planogram, realogram), provenance };
}

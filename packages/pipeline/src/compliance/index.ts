export { assess } from './assess.ts';
export {
  compareRuns,
  type PositionDifference,
  type PositionSide,
  type Run,
  type RunComparison,
} from './compare-runs.ts';
export type { Compliance, Components, Evidence, FacingEvidence, FacingFound, Finding } from './finding.ts';
export { formulaVersion } from './formula/score.ts';
export {
  applyOverrides,
  type EffectiveFinding,
  type EffectiveScore,
  type FindingOverrides,
  type Overrule,
} from './overrides/apply-overrides.ts';

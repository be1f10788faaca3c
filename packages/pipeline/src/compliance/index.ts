export {
  applyRulings,
  type EffectiveFinding,
  type EffectiveScore,
  type Overrule,
  type Rulings,
} from './apply-rulings.ts';
export { assess } from './assess.ts';
export {
  compareRuns,
  type PositionDifference,
  type PositionSide,
  type Run,
  type RunComparison,
} from './compare-runs.ts';
export type { Compliance, Components, Evidence, FacingEvidence, FacingFound, Finding } from './finding.ts';
export { formulaVersion } from './score.ts';

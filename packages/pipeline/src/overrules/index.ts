/** The light door to people's rulings on single findings. */
export {
  type Overrule,
  type OverruleProblem,
  type OverruleResult,
  overruleVerdict,
} from './overrule-verdict.ts';

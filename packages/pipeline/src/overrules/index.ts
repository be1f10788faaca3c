/** Entry point for overrules: people's decisions on single findings. Loads no tier. */
export { type OverruleProblem, overruleVerdict } from './overrule-verdict.ts';
export type { ScoreSummary } from './score-summary.ts';

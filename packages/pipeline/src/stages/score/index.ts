/** Entry point for scoring captures outside the pipeline, for test kits that need scored captures. */
export { insertScores } from './insert-scores.ts';
export { loadScoreInputs } from './load-score.ts';
export { judge } from './score.ts';

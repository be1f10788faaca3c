/** Entry point for evaluations: the reviews of one day and of the latest captures. */
export { judgeLatest } from './judge-latest.ts';
export { reviewDay } from './review-day.ts';

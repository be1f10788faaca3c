/** Entry point for the fleet's breakers: their state and the actions of operators. Loads no tier. */

export { type BreakerPolicy, defaultBreakerPolicy } from './model/breaker-policy.ts';
export type { Candidate, NoProposal } from './review/propose-waits.ts';
export type { Waits } from './review/replay.ts';
export type { EpisodeSummary } from './review/summarise-episodes.ts';
export { readBreakerGauges } from './rows/breaker-gauges.ts';
export { breakerRows } from './rows/breaker-rows.ts';
export { type AuditProblem, decideBreakerAudit } from './rows/decide-breaker-review.ts';
export { dismissRescoreOffer } from './rows/dismiss-rescore-offer.ts';
export { isolateBreaker, restoreBreaker } from './rows/operate-breaker.ts';
export { providerOf } from './rows/provider-of.ts';
export { readEvidence } from './rows/read-evidence.ts';
export { requestBreakerReview } from './rows/request-breaker-review.ts';

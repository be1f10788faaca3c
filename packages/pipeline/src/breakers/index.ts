/** The light door to the fleet's breakers: what people see of them and do about them. Loads no tier. */
export type { Candidate, NoProposal } from '../inference/breaker/audit/propose-waits.ts';
export type { Waits } from '../inference/breaker/audit/replay.ts';
export type { EpisodeSummary } from '../inference/breaker/audit/summarise-episodes.ts';
export { type BreakerPolicy, defaultBreakerPolicy } from '../inference/breaker/policy.ts';
export { breakerBook } from '../store/breaker/breaker-book.ts';
export { readBreakerGauges } from '../store/breaker/breaker-gauges.ts';
export { type AuditProblem, decideBreakerAudit } from '../store/breaker/decide-breaker-audit.ts';
export { dismissRescoreOffer } from '../store/breaker/dismiss-rescore-offer.ts';
export { isolateBreaker, restoreBreaker } from '../store/breaker/operate-breaker.ts';
export { providerOf } from '../store/breaker/provider-of.ts';
export { readEvidence } from '../store/breaker/read-evidence.ts';
export { runBreakerAudit } from '../store/breaker/run-breaker-audit.ts';

/** Kind of a tier's failure; decides whether the ladder continues at once and how the breaker reacts. */
export type TierFaultKind =
  | 'TRANSIENT'
  | 'THROTTLED'
  | 'PERMANENT_INPUT'
  | 'CONFIGURATION'
  | 'NOT_READY'
  | 'ABORTED';

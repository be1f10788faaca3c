import type { BreakerState } from '../generated/graphql.ts';

/** The label of a breaker's state, and its meaning for the photos. */
export const breakerStateLabels: Record<BreakerState, { label: string; meaning: string }> = {
  CLOSED: { label: 'Closed', meaning: 'Photos go to the provider.' },
  OPEN: { label: 'Open', meaning: 'Photos skip the provider and go to the next tier, until a probe is due.' },
  HALF_OPEN: {
    label: 'Probing',
    meaning: 'One photo at a time tries the provider; the others go to the next tier.',
  },
  ISOLATED: {
    label: 'Isolated',
    meaning: 'A person isolated the provider: no worker calls or probes it until it is restored.',
  },
};

const reasons: Record<string, string> = {
  TRANSIENT: 'Calls failed',
  THROTTLED: 'The provider refused: too many requests',
  CONFIGURATION: 'The provider is not configured correctly',
  NOT_READY: 'The model is not ready',
  POOR_ANSWER: 'The answers were too poor',
  PROBE: 'A probe was due',
  NEXT_PROBE: 'The next probe was due',
  PROBE_LEASE_LAPSED: 'The prober did not report back',
  PROBES_SUCCEEDED: 'The probes succeeded',
};

/** Returns why a breaker changed its state; a person's reason is returned as it is. */
export const breakerReasonLabel = (reason: string): string => reasons[reason] ?? reason;

/** Returns `worker:host-4711` as "worker host-4711"; a person is returned as they are. */
export const actorLabel = (actor: string): string => actor.replace(/^worker:/, 'worker ');

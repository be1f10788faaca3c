import type { BreakerState } from '../../generated/graphql.ts';

/** What a breaker's state is called, and what it means for the photos. */
export const breakerStateWords: Record<BreakerState, { word: string; meaning: string }> = {
  CLOSED: { word: 'Closed', meaning: 'Photos go to the provider.' },
  OPEN: { word: 'Open', meaning: 'Photos go past the provider to the next tier, until a probe is due.' },
  HALF_OPEN: {
    word: 'Probing',
    meaning: 'One photo at a time tries the provider; the others go to the next tier.',
  },
  ISOLATED: {
    word: 'Isolated',
    meaning: 'A person took it out: nobody calls or probes the provider until it is restored.',
  },
};

const reasons: Record<string, string> = {
  TRANSIENT: 'It failed',
  THROTTLED: 'It said: too many requests',
  CONFIGURATION: 'It is not set up correctly',
  NOT_READY: 'Its model is not ready',
  POOR_ANSWER: 'Its answers were too poor',
  PROBE: 'A probe was due',
  NEXT_PROBE: 'The next probe was due',
  PROBE_LEASE_LAPSED: 'The prober did not report back',
  PROBES_SUCCEEDED: 'The probes succeeded',
};

/** Why a breaker changed its mind; what a person gave as reason is shown as it is. */
export const breakerReasonWord = (reason: string): string => reasons[reason] ?? reason;

/** `worker:host-4711` as "worker host-4711"; a person is shown as they are. */
export const actorWord = (actor: string): string => actor.replace(/^worker:/, 'worker ');

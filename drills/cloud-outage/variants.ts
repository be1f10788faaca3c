import type { AttemptOutcome } from '@gondola/db';
import type { CloudFault, Provider } from '@gondola/simulator/cloud';
import { realMs } from './virtual-time.ts';

/** One way for a provider to be down, and how each of its failures has to be recorded. */
export interface Variant {
  name: string;
  provider: Provider;
  /** What the sandbox does; 'no-such-host': the endpoint's name does not resolve while the outage lasts. */
  fault: (Pick<CloudFault, 'kind'> & Partial<CloudFault>) | 'no-such-host';
  outcome: Extract<AttemptOutcome, 'TRANSIENT' | 'THROTTLED' | 'CONFIGURATION'>;
  /** In the recorded message of a failure. */
  says: RegExp;
  /** 'calls': that met the outage until the breaker opened. 'failures': the other calls were answered, and rightly. */
  counts: 'calls' | 'failures';
  isSmall?: true;
}

export const variants: Variant[] = [
  {
    name: 'unavailable',
    provider: 'rekognition',
    fault: { kind: 'unavailable' },
    outcome: 'TRANSIENT',
    says: /./,
    counts: 'calls',
    isSmall: true,
  },
  {
    name: 'retry-after',
    provider: 'vertex',
    // Whole seconds is all that the header knows: 40 of the fleet's, longer than its own first three waits.
    fault: { kind: 'throttled', retryAfterSeconds: 2 },
    outcome: 'THROTTLED',
    says: /./,
    counts: 'calls',
    isSmall: true,
  },
  {
    name: 'hang',
    provider: 'kserve',
    fault: { kind: 'hang' },
    outcome: 'TRANSIENT',
    says: /no answer within/,
    counts: 'calls',
    isSmall: true,
  },
  {
    name: 'half-errors',
    provider: 'rekognition',
    fault: { kind: 'error-500', share: 0.5 },
    outcome: 'TRANSIENT',
    says: /./,
    counts: 'failures',
  },
  {
    name: 'slow',
    provider: 'vertex',
    // Past the time limit of a call by two thirds.
    fault: { kind: 'slow', slowMs: realMs(20) },
    outcome: 'TRANSIENT',
    says: /no answer within/,
    counts: 'calls',
  },
  {
    name: 'denied',
    provider: 'rekognition',
    fault: { kind: 'denied' },
    outcome: 'CONFIGURATION',
    says: /credentials/,
    counts: 'calls',
  },
  {
    name: 'reset',
    provider: 'rekognition',
    fault: { kind: 'reset' },
    outcome: 'TRANSIENT',
    says: /broke off/,
    counts: 'calls',
  },
  {
    name: 'broken-json',
    provider: 'kserve',
    fault: { kind: 'broken-json' },
    outcome: 'TRANSIENT',
    says: /cannot be read/,
    counts: 'calls',
  },
  {
    name: 'wrong-schema',
    provider: 'vertex',
    fault: { kind: 'wrong-schema' },
    outcome: 'TRANSIENT',
    says: /cannot be read/,
    counts: 'calls',
  },
  {
    name: 'no-such-host',
    provider: 'rekognition',
    fault: 'no-such-host',
    outcome: 'TRANSIENT',
    says: /does not resolve/,
    counts: 'calls',
  },
  {
    name: 'flapping',
    provider: 'rekognition',
    fault: { kind: 'unavailable', onSeconds: realMs(20) / 1000, offSeconds: realMs(20) / 1000 },
    outcome: 'TRANSIENT',
    says: /./,
    counts: 'calls',
  },
];

import type { AttemptOutcome } from '@gondola/db';
import type { CloudFault, Provider } from '@gondola/simulator/cloud';
import { realMs } from './virtual-time.ts';

/** One kind of provider failure, and how its failed calls have to be recorded. */
export interface Variant {
  name: string;
  provider: Provider;
  /** The fault of the sandbox; 'no-such-host': the endpoint's name does not resolve during the outage. */
  fault: (Pick<CloudFault, 'kind'> & Partial<CloudFault>) | 'no-such-host';
  outcome: Extract<AttemptOutcome, 'TRANSIENT' | 'THROTTLED' | 'CONFIGURATION'>;
  /** Must match the recorded message of a failure. */
  says: RegExp;
  /**
   * What counts until the breaker opens. 'calls': all calls during the outage. 'failures': failed calls only, because
   * the others succeed.
   */
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
    // The header has whole seconds only: these are 40 of the fleet's, longer than its first three waits.
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
    // Exceeds the time limit of a call by two thirds.
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

import type { SandboxFault } from '../generated/graphql.ts';

/** The faults that a provider of the sandbox cloud can have. */
export const sandboxFaultLabels: Record<SandboxFault, { label: string; meaning: string }> = {
  DOWN: { label: 'Down (503)', meaning: 'Every call is answered with 503.' },
  THROTTLING: {
    label: 'Throttling (429)',
    meaning: 'Every call is answered with 429 and a Retry-After.',
  },
  HANGING: { label: 'Hanging', meaning: 'No call is ever answered; workers give up at their time limit.' },
  BROKEN_ANSWERS: { label: 'Broken answers', meaning: 'Every answer is half a JSON.' },
};

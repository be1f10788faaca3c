import type { SandboxFault } from '../../generated/graphql.ts';

/** What the providers of the sandbox cloud can be switched to. */
export const sandboxFaultWords: Record<SandboxFault, { word: string; meaning: string }> = {
  DOWN: { word: 'Down (503)', meaning: 'Every call is answered with 503.' },
  THROTTLING: {
    word: 'Throttling (429)',
    meaning: 'Every call is told that there are too many, with a Retry-After.',
  },
  HANGING: { word: 'Hanging', meaning: 'No call is ever answered; workers give up at their time limit.' },
  BROKEN_ANSWERS: { word: 'Broken answers', meaning: 'Every answer is half a JSON.' },
};

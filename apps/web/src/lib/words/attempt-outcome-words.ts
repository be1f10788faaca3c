import type { AttemptOutcome } from '../../generated/graphql.ts';

/** What became of an attempt, for the photo: it was read, the call failed, or nothing was sent. */
export type AttemptEnding = 'answered' | 'failed' | 'notCalled';

/** Each class of outcome with its word, and which ending it counts as. */
export const attemptOutcomeWords: Record<AttemptOutcome, { word: string; ending: AttemptEnding }> = {
  OK: { word: 'Answered', ending: 'answered' },
  PERMANENT_INPUT: { word: 'Could not read the photo', ending: 'answered' },
  POOR_ANSWER: { word: 'Answer too poor to take', ending: 'failed' },
  TRANSIENT: { word: 'Failed for the moment', ending: 'failed' },
  THROTTLED: { word: 'Refused: too many requests', ending: 'failed' },
  CONFIGURATION: { word: 'Not set up correctly', ending: 'failed' },
  NOT_READY: { word: 'Model not ready', ending: 'failed' },
  ABORTED: { word: 'Cut off: the worker was stopped', ending: 'failed' },
  DEADLINE: { word: 'Not called: out of time', ending: 'notCalled' },
  BREAKER_OPEN: { word: 'Not called: breaker open', ending: 'notCalled' },
};

export const endingWords: Record<AttemptEnding, string> = {
  answered: 'Answered',
  failed: 'Failed',
  notCalled: 'Not called',
};

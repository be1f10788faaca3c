import type { AttemptOutcome } from '../generated/graphql.ts';

/** How an attempt ended for the photo: it was read, the call failed, or nothing was sent. */
export type AttemptEnding = 'answered' | 'failed' | 'notCalled';

/** The label of each class of outcome, and the ending it counts as. */
export const attemptOutcomeLabels: Record<AttemptOutcome, { label: string; ending: AttemptEnding }> = {
  OK: { label: 'Answered', ending: 'answered' },
  PERMANENT_INPUT: { label: 'Could not read the photo', ending: 'answered' },
  POOR_ANSWER: { label: 'Answer rejected as too poor', ending: 'failed' },
  TRANSIENT: { label: 'Transient failure', ending: 'failed' },
  THROTTLED: { label: 'Refused: too many requests', ending: 'failed' },
  CONFIGURATION: { label: 'Not configured correctly', ending: 'failed' },
  NOT_READY: { label: 'Model not ready', ending: 'failed' },
  ABORTED: { label: 'Aborted: the worker was stopped', ending: 'failed' },
  DEADLINE: { label: 'Not called: out of time', ending: 'notCalled' },
  BREAKER_OPEN: { label: 'Not called: breaker open', ending: 'notCalled' },
};

export const attemptEndingLabels: Record<AttemptEnding, string> = {
  answered: 'Answered',
  failed: 'Failed',
  notCalled: 'Not called',
};

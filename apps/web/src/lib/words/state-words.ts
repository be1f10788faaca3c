import type { CaptureState } from '../../generated/graphql.ts';

interface StateWords {
  word: string;
  /** What is happening to the capture, for people. */
  meaning: string;
  /** Nobody moves the capture any more. */
  terminal: boolean;
}

/** In the order in which a capture meets them. */
export const stateWords: Record<CaptureState, StateWords> = {
  INGESTED: { word: 'Received', meaning: 'Safely stored; the photo is checked next.', terminal: false },
  RETRY_SCHEDULED: {
    word: 'Retry scheduled',
    meaning:
      'The photo is not good enough yet. It is looked at again later, and the store is asked for a new one.',
    terminal: false,
  },
  PREPROCESSED: {
    word: 'Photo ready',
    meaning: 'The photo is good; products are looked for next.',
    terminal: false,
  },
  VERSION_DRIFT: {
    word: 'Version drift',
    meaning:
      'It was tagged with a planogram version that is not active for its bay. Someone has to decide in the drift queue.',
    terminal: false,
  },
  TIER_1_INFERENCE: {
    word: 'Read by tier 1',
    meaning: 'The cloud model has read the photo; scoring follows.',
    terminal: false,
  },
  TIER_2_INFERENCE: {
    word: 'Read by tier 2',
    meaning: 'The edge model has read the photo; scoring follows.',
    terminal: false,
  },
  TIER_3_INFERENCE: {
    word: 'Read by tier 3',
    meaning: 'The heuristic has read the photo; scoring follows.',
    terminal: false,
  },
  SCORED: {
    word: 'Scored',
    meaning: 'The score is final unless someone asks for another one.',
    terminal: true,
  },
  ARCHIVED: { word: 'Archived', meaning: 'Scored, and kept under the retention policy.', terminal: true },
  DEAD_LETTERED: {
    word: 'Dead letter',
    meaning: 'It was set aside with a reason and waits for triage.',
    terminal: true,
  },
};

export const captureStates = Object.keys(stateWords) as CaptureState[];

import type { CaptureState } from '../generated/graphql.ts';

interface CaptureStateLabel {
  label: string;
  /** What happens to the capture, for people. */
  meaning: string;
  /** The state is final. */
  terminal: boolean;
}

/** In the order of processing. */
export const captureStateLabels: Record<CaptureState, CaptureStateLabel> = {
  INGESTED: { label: 'Received', meaning: 'Stored; the photo is checked next.', terminal: false },
  RETRY_SCHEDULED: {
    label: 'Retry scheduled',
    meaning:
      'The photo is not good enough. It is checked again later, and a new one is requested from the store.',
    terminal: false,
  },
  PREPROCESSED: {
    label: 'Photo ready',
    meaning: 'The photo is good; products are detected next.',
    terminal: false,
  },
  VERSION_DRIFT: {
    label: 'Version drift',
    meaning:
      'The capture is tagged with a planogram version that is not active for its bay. A person has to decide in the drift queue.',
    terminal: false,
  },
  TIER_1_INFERENCE: {
    label: 'Read by tier 1',
    meaning: 'The cloud model has read the photo; scoring follows.',
    terminal: false,
  },
  TIER_2_INFERENCE: {
    label: 'Read by tier 2',
    meaning: 'The edge model has read the photo; scoring follows.',
    terminal: false,
  },
  TIER_3_INFERENCE: {
    label: 'Read by tier 3',
    meaning: 'The heuristic has read the photo; scoring follows.',
    terminal: false,
  },
  SCORED: {
    label: 'Scored',
    meaning: 'The capture has a score. A batch or a person can replace it.',
    terminal: true,
  },
  ARCHIVED: {
    label: 'Archived',
    meaning: 'Scored; the review is over and the retention policy applies.',
    terminal: true,
  },
  DEAD_LETTERED: {
    label: 'Dead letter',
    meaning: 'The capture was rejected with a reason and waits for triage.',
    terminal: true,
  },
};

export const captureStates = Object.keys(captureStateLabels) as CaptureState[];

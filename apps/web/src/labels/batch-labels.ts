import type {
  ReprocessBatchState,
  ReprocessItemState,
  ReprocessMode,
  VersionChoice,
} from '../generated/graphql.ts';

interface Words {
  label: string;
  /** What it means, for people. */
  meaning: string;
}

export const batchStateLabels: Record<ReprocessBatchState, Words> = {
  EXPANDING: { label: 'Collecting', meaning: 'The captures of the batch are being listed.' },
  RUNNING: { label: 'Running', meaning: 'Workers process the captures, with lower priority than live ones.' },
  PAUSED: { label: 'Paused', meaning: 'Nothing happens until a person resumes the batch.' },
  DONE: {
    label: 'Ready to publish',
    meaning: 'All captures are done. The new scores count after a person publishes them.',
  },
  PUBLISHING: { label: 'Publishing', meaning: 'The new scores become the current ones.' },
  PUBLISHED: { label: 'Published', meaning: 'The new scores are the current ones.' },
  CANCELLED: {
    label: 'Cancelled',
    meaning: 'A person stopped the batch; captures that were not done stay unchanged.',
  },
  ROLLING_BACK: { label: 'Rolling back', meaning: 'The earlier scores become the current ones again.' },
  ROLLED_BACK: { label: 'Rolled back', meaning: 'The earlier scores are the current ones again.' },
};

/** In display order. */
export const itemStateLabels: Record<ReprocessItemState, Words> = {
  PUBLISHED: { label: 'Published', meaning: 'The new score is the current one.' },
  DONE: { label: 'Done', meaning: 'The new score is not published yet.' },
  MOVED: { label: 'In progress', meaning: 'The capture left the drift queue and is being processed.' },
  WAITING: { label: 'Waiting', meaning: 'Not started yet.' },
  FAILED: { label: 'Failed', meaning: 'A retry is possible.' },
  SKIPPED: { label: 'Skipped', meaning: 'The batch could not or should not process the capture.' },
  OUTDATED: {
    label: 'Outdated',
    meaning: 'Another score became the current one meanwhile, so this one was not published.',
  },
  ROLLED_BACK: { label: 'Rolled back', meaning: 'The earlier score is the current one again.' },
};

export const itemStates = Object.keys(itemStateLabels) as ReprocessItemState[];

export const reprocessModeLabels: Record<ReprocessMode, Words> = {
  RESCORE: {
    label: 'Score again',
    meaning: 'Uses the earlier detections. Fast: no tier is called.',
  },
  REINFER: {
    label: 'Detect again',
    meaning: 'The tiers read the photo again, then it is scored. Slow, and a cloud tier costs money.',
  },
  RELEASE: {
    label: 'Release',
    meaning: 'Releases captures from the drift queue. Their scores count at once.',
  },
};

export const reprocessModes = Object.keys(reprocessModeLabels) as ReprocessMode[];

export const versionChoiceLabels: Record<VersionChoice, Words> = {
  PINNED: {
    label: 'The version of each capture',
    meaning: 'Each capture keeps the planogram version that it is scored against now.',
  },
  ACTIVE: {
    label: 'The version that is active now',
    meaning: 'Each capture is scored against the active version of its bay, whenever it was taken.',
  },
  EFFECTIVE_AT_CAPTURE: {
    label: 'The version in force when each was taken',
    meaning: 'Each capture is scored against the version that was active for its bay at that moment.',
  },
  TAGGED: {
    label: 'The version the device tagged',
    meaning: 'The tag of the device is used, even where another version was active.',
  },
  MAPPED: {
    label: 'The active version, positions mapped',
    meaning:
      'Detections use the version of the shelf; verdicts use the active one, through a saved mapping between the two.',
  },
  GIVEN: {
    label: 'One version for all of them',
    meaning:
      'You choose it. Captures of other planograms would be scored against it too, so narrow the scope.',
  },
};

/** Returns the choices of a mode. A capture that waits for a version has none to keep. */
export const versionChoicesFor = (mode: ReprocessMode): VersionChoice[] =>
  mode === 'RELEASE'
    ? ['EFFECTIVE_AT_CAPTURE', 'ACTIVE', 'TAGGED', 'MAPPED', 'GIVEN']
    : ['PINNED', 'ACTIVE', 'EFFECTIVE_AT_CAPTURE', 'TAGGED', 'MAPPED', 'GIVEN'];

import type {
  ReprocessBatchState,
  ReprocessItemState,
  ReprocessMode,
  VersionChoice,
} from '../../generated/graphql.ts';

interface Words {
  word: string;
  /** What it means, for people. */
  meaning: string;
}

export const batchStateWords: Record<ReprocessBatchState, Words> = {
  EXPANDING: { word: 'Collecting', meaning: 'Its captures are being written down.' },
  RUNNING: { word: 'Running', meaning: 'Workers do its captures, behind all live ones.' },
  PAUSED: { word: 'Paused', meaning: 'Nothing happens until somebody resumes it.' },
  DONE: {
    word: 'Ready to publish',
    meaning: 'All captures are done. Nobody sees the new scores until somebody publishes them.',
  },
  PUBLISHING: { word: 'Publishing', meaning: 'The new scores become the current ones.' },
  PUBLISHED: { word: 'Published', meaning: 'The new scores are the current ones.' },
  CANCELLED: { word: 'Cancelled', meaning: 'Somebody stopped it; what was not done stays as it was.' },
  ROLLING_BACK: { word: 'Rolling back', meaning: 'The earlier scores become the current ones again.' },
  ROLLED_BACK: { word: 'Rolled back', meaning: 'The earlier scores are the current ones again.' },
};

/** In the order in which they are told. */
export const itemStateWords: Record<ReprocessItemState, Words> = {
  PUBLISHED: { word: 'Published', meaning: 'The new score is the current one.' },
  DONE: { word: 'Done', meaning: 'It has a new score, which nobody sees yet.' },
  MOVED: { word: 'On its way', meaning: 'It left the drift queue and goes through the pipeline.' },
  WAITING: { word: 'Waiting', meaning: 'Its turn has not come yet.' },
  FAILED: { word: 'Failed', meaning: 'It can be tried again.' },
  SKIPPED: { word: 'Skipped', meaning: 'The batch could not or should not do it.' },
  OUTDATED: {
    word: 'Overtaken',
    meaning: 'Another score became the current one meanwhile, so this one was not published.',
  },
  ROLLED_BACK: { word: 'Rolled back', meaning: 'The earlier score is the current one again.' },
};

export const itemStates = Object.keys(itemStateWords) as ReprocessItemState[];

export const reprocessModeWords: Record<ReprocessMode, Words> = {
  RESCORE: {
    word: 'Score again',
    meaning: 'From what was seen on the photo before. Quick: no tier is asked.',
  },
  REINFER: {
    word: 'Look again',
    meaning: 'The tiers look at the photo again, then it is scored. Slow, and a cloud tier costs money.',
  },
  RELEASE: {
    word: 'Release',
    meaning: 'Sends captures on that wait in the drift queue. Their scores count as they come.',
  },
};

export const reprocessModes = Object.keys(reprocessModeWords) as ReprocessMode[];

export const versionChoiceWords: Record<VersionChoice, Words> = {
  PINNED: {
    word: 'The version each one has',
    meaning: 'Each capture keeps the planogram version that it is scored against now.',
  },
  ACTIVE: {
    word: 'The version that is active now',
    meaning: 'Each capture is held against what its bay follows today, whenever it was taken.',
  },
  EFFECTIVE_AT_CAPTURE: {
    word: 'The version in force when each was taken',
    meaning: 'Each capture is held against what was active for its bay at that moment.',
  },
  TAGGED: {
    word: 'The version the device tagged',
    meaning: 'The device is believed, even where another version was active.',
  },
  MAPPED: {
    word: 'The active version, positions mapped',
    meaning:
      'The shelf is read by the version it was laid by, and judged by the active one along a saved mapping between the two.',
  },
  GIVEN: {
    word: 'One version for all of them',
    meaning: 'You name it. Captures of other planograms would be held against it too, so narrow the scope.',
  },
};

/** A capture that waits for a version has none to keep. */
export const choicesOf = (mode: ReprocessMode): VersionChoice[] =>
  mode === 'RELEASE'
    ? ['EFFECTIVE_AT_CAPTURE', 'ACTIVE', 'TAGGED', 'MAPPED', 'GIVEN']
    : ['PINNED', 'ACTIVE', 'EFFECTIVE_AT_CAPTURE', 'TAGGED', 'MAPPED', 'GIVEN'];

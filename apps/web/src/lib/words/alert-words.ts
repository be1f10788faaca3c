import type { AlertRule } from '../../generated/graphql.ts';

interface AlertWords {
  word: string;
  /** What happened, for someone who runs a store. */
  meaning: string;
  /** When the rule raises one, and when it counts instead. */
  window: string;
  /** What to do about it, in order. */
  steps: string[];
}

export const alertWords: Record<AlertRule, AlertWords> = {
  CAPTURE_CONFLICT: {
    word: 'Two photos for one capture',
    meaning:
      'A second photo came with the bay, time and camera of a capture that has a photo already. The first is kept and scored, the second is kept beside it; nothing is lost.',
    window:
      'Raised by the first other photo. While the alert is open, each further one for the same capture is counted here.',
    steps: [
      'Compare the two photos: do they show the same shelf?',
      'If one camera does it again and again, check its clock: two photos must not have the same second.',
      'If the second photo is the right one, ask the store for a new photo of the bay.',
      'Close the alert. When it happens again, a new one opens.',
    ],
  },
};

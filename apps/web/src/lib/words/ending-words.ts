import type { RecaptureEnding } from '../../generated/graphql.ts';

/** How a request for a new photo ended. */
export const endingWords: Record<RecaptureEnding, { word: string; meaning: string }> = {
  SUPERSEDED: {
    word: 'New photo came',
    meaning: 'The store handed in a good photo in place of this one.',
  },
  BETTER_BYTES: {
    word: 'Same photo, better file',
    meaning: 'A good file arrived under the address of this photo; no new capture was needed.',
  },
  SCORED_AS_IT_IS: {
    word: 'No better photo came',
    meaning: 'All looks were spent, so the photo was scored as it is and its score is marked.',
  },
  WITHDRAWN: { word: 'Withdrawn', meaning: 'Somebody took the request back.' },
};

import type { RecaptureEnding } from '../generated/graphql.ts';

/** How a request for a new photo ended. */
export const recaptureEndingLabels: Record<RecaptureEnding, { label: string; meaning: string }> = {
  SUPERSEDED: {
    label: 'New photo arrived',
    meaning: 'The store submitted a good photo instead of this one.',
  },
  BETTER_BYTES: {
    label: 'Same photo, better file',
    meaning: 'A good file arrived under the address of this photo; no new capture was needed.',
  },
  SCORED_AS_IT_IS: {
    label: 'No better photo arrived',
    meaning: 'All retries were used, so the photo was scored as it is and its score is marked.',
  },
  WITHDRAWN: { label: 'Withdrawn', meaning: 'A person withdrew the request.' },
};

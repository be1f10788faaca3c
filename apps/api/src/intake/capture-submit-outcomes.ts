/** What can become of a payload that is submitted. */
export const captureSubmitOutcomes = [
  'ACCEPTED',
  'DUPLICATE',
  'CONFLICT',
  'DEAD_LETTERED',
  'TRY_LATER',
] as const;

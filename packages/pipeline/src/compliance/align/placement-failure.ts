import type { PlacementProblem } from '@gondola/db';

const sentences: Record<PlacementProblem, string> = {
  TURNED: 'The photo is turned, so the planogram could not be placed in it.',
  MIRRORED: 'The photo is mirrored: left and right are exchanged, so no place can be judged.',
  NO_COLOUR: 'The photo has no colour, so products cannot be told apart.',
  OTHER_BAY: 'The photo shows another bay of the store.',
  TOO_CLOSE: 'The photo shows too small a part of the bay to place the planogram.',
  TOO_FAR: 'The bay is too small in the photo to recognise its products.',
  COVERED: 'Too much of the bay is covered to place the planogram in the photo.',
  NOT_RECOGNISED: 'The planogram was not recognised in the photo.',
};

/** Returns why no place can be assessed, for a photo in which the planogram could not be placed. */
export const placementFailure = (problem: PlacementProblem): string => sentences[problem];

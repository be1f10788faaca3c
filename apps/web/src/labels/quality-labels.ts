import type { MetadataFlaw, PlacementProblem, QualityFlaw, RecaptureReason } from '../generated/graphql.ts';

const flawLabels: Record<QualityFlaw, string> = {
  TOO_SMALL: 'Too small: the short side has too few pixels',
  BAD_ASPECT: 'Too long and narrow: it cannot show a bay',
  TOO_BLURRED: 'Too blurred to read products',
};

/** What is wrong with a photo's view of its bay. */
export const placementLabels: Record<PlacementProblem, string> = {
  TURNED: 'The photo is turned on its side or upside down',
  MIRRORED: 'The photo is mirrored',
  NO_COLOUR: 'The photo has no colour',
  OTHER_BAY: 'The photo shows another bay',
  TOO_CLOSE: 'The photo shows too small a part of the bay',
  TOO_FAR: 'The bay is too small in the photo',
  COVERED: 'Too much of the bay is covered',
  NOT_RECOGNISED: 'The planned products were not recognised in the photo',
};

/** Why a new photo is requested, for staff at the shelf. */
export const recaptureReasonLabels: Record<RecaptureReason, string> = {
  ...flawLabels,
  ...placementLabels,
  TOO_DARK: 'Too dark',
  TOO_BRIGHT: 'Too bright',
  GLARE: 'Lamps are reflected in the shelf',
  UPLOAD_EXPIRED: 'The photo never arrived completely',
  PHOTO_UNREACHABLE: 'The photo could not be fetched from its address',
  PHOTO_EMPTY: 'The file has no content',
  PHOTO_CORRUPT: 'The file is damaged',
  PHOTO_DAMAGED: 'A part of the photo is lost',
  PHOTO_UNSUPPORTED: 'The file is not a JPEG, PNG or WebP photo',
  PHOTO_TOO_LARGE: 'The photo is too large',
  PHOTO_TOO_COSTLY: 'The photo takes too long to open',
  HASH_MISMATCH: 'Other bytes arrived than were announced',
  MIME_MISMATCH: 'The file is of another format than announced',
  ASKED_BY_PERSON: 'A person requested a new photo',
};

/** What a payload declares and its photo contradicts. */
export const metadataFlawLabels: Record<MetadataFlaw, string> = {
  RESOLUTION_DIFFERS: 'Another size than the device declares',
};

/** Returns the label of a score's quality flag, which is a flaw of the photo. */
export const qualityFlagLabel = (flag: QualityFlaw): string => flawLabels[flag];

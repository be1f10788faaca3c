import type { QualityFlaw, RecaptureReason } from '../../generated/graphql.ts';

const flawWords: Record<QualityFlaw, string> = {
  TOO_SMALL: 'Too small: the short side has too few pixels',
  BAD_ASPECT: 'Too long and narrow: it cannot show a bay',
  TOO_BLURRED: 'Too blurred to read products',
};

/** Why a new photo is asked for, in words for whoever stands before the shelf. */
export const recaptureWords: Record<RecaptureReason, string> = {
  ...flawWords,
  TOO_DARK: 'Too dark',
  TOO_BRIGHT: 'Too bright',
  GLARE: 'Lamps are reflected in the shelf',
  UPLOAD_EXPIRED: 'The photo never arrived completely',
  PHOTO_UNREACHABLE: 'The photo could not be fetched from its address',
  PHOTO_EMPTY: 'The file has no content',
  PHOTO_CORRUPT: 'The file is damaged',
  PHOTO_UNSUPPORTED: 'The file is not a JPEG, PNG or WebP photo',
  PHOTO_TOO_LARGE: 'The photo is too large',
  PHOTO_TOO_COSTLY: 'The photo takes too long to open',
  HASH_MISMATCH: 'Other bytes arrived than were announced',
  MIME_MISMATCH: 'The file is of another format than announced',
  ASKED_BY_PERSON: 'Somebody asked for a new photo',
};

const flagWords: Record<string, string> = {
  ...flawWords,
  DEGRADED: 'Scored although the photo is substandard',
};

/** A score's quality flag in words; a flag this app does not know yet is shown as it is. */
export const flagWord = (flag: string): string => flagWords[flag] ?? flag.toLowerCase().replaceAll('_', ' ');

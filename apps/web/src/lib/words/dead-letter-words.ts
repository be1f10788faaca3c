import { photoReasons } from './photo-reason-words.ts';

export interface ReasonWords {
  word: string;
  /** What happened and what to do, for someone who runs a store. */
  advice: string;
  /** Where to look first, for someone who runs the pipeline; photos only. */
  operator?: string;
}

const reasons: Record<string, ReasonWords> = {
  NOT_AN_OBJECT: {
    word: 'Not a capture at all',
    advice: 'What the camera sent is not a capture. Have its software checked.',
  },
  FIELD_MISSING: {
    word: 'Something is missing',
    advice:
      'The camera left out a field that is needed, often after a firmware update. The photo is not lost.',
  },
  FIELD_INVALID: {
    word: 'Something is filled in wrongly',
    advice: 'A field has a value that cannot be right. Look at the problems below.',
  },
  TEXT_INVALID: {
    word: 'Unreadable characters',
    advice: 'A text has characters that cannot be stored. Have the camera’s software checked.',
  },
  PAYLOAD_TOO_LARGE: {
    word: 'Message too large',
    advice: 'The message about the photo is far larger than it should be.',
  },
  SCHEMA_VERSION_UNKNOWN: {
    word: 'Unknown message version',
    advice: 'The camera speaks a newer or older version than this system. An operator has to add it.',
  },
  STORE_MISMATCH: {
    word: 'Wrong store',
    advice:
      'The camera’s key belongs to another store than the one it names. Check which key the camera has.',
  },
  MIME_TYPE_REFUSED: { word: 'Not a kind of photo we take', advice: 'Send JPEG, PNG or WebP photos.' },
  UPLOAD_UNKNOWN: {
    word: 'Photo never arrived',
    advice: 'The capture names an upload that is not here. Let the camera upload it again.',
  },
  UPLOAD_TAKEN: {
    word: 'Photo belongs to another capture',
    advice: 'The camera named one upload for two captures. Have its software checked.',
  },
  ...photoReasons,
  STAGE_FAILED: {
    word: 'Processing failed',
    advice: 'Our side failed again and again. An operator has to look; the photo is safe.',
  },
  WORKER_CRASHED: {
    word: 'Processing crashed',
    advice: 'This photo brought our side down repeatedly. An operator has to look; the photo is safe.',
  },
};

/** A reason in words; one this app does not know yet is shown as it is. */
export const reasonWords = (reason: string): ReasonWords =>
  reasons[reason] ?? {
    word: reason.toLowerCase().replaceAll('_', ' '),
    advice: 'Look at the message and the problems below.',
  };

const stages: Record<string, string> = {
  intake: 'At the entrance',
  preprocess: 'Checking the photo',
  infer: 'Looking for products',
  score: 'Scoring',
};

/** The stage that set it aside, in words. */
export const stageWord = (stage: string): string => stages[stage] ?? stage;

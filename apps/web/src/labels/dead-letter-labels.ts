import type { DeadLetterReason, DeadLetterStage } from '../generated/graphql.ts';
import { phoneFormatSetting } from './phone-format-setting.ts';
import { photoReasons } from './photo-reason-labels.ts';
import type { ReasonLabel } from './reason-label.ts';

const reasons: Record<DeadLetterReason, ReasonLabel> = {
  NOT_AN_OBJECT: {
    label: 'Not a capture at all',
    advice: 'What the camera sent is not a capture. Have its software checked.',
  },
  FIELD_MISSING: {
    label: 'A field is missing',
    advice:
      'The camera left out a field that is needed, often after a firmware update. The photo is not lost.',
  },
  FIELD_INVALID: {
    label: 'A field is invalid',
    advice: 'A field has an invalid value. See the problems below.',
  },
  TEXT_INVALID: {
    label: 'Unreadable characters',
    advice: 'A text has characters that cannot be stored. Have the camera’s software checked.',
  },
  PAYLOAD_TOO_LARGE: {
    label: 'Message too large',
    advice: 'The message about the photo is far larger than it should be.',
  },
  SCHEMA_VERSION_UNKNOWN: {
    label: 'Unknown message version',
    advice: 'The camera uses a version that this system does not know. An operator has to add it.',
  },
  STORE_MISMATCH: {
    label: 'Wrong store',
    advice:
      'The camera’s key belongs to another store than the one it names. Check which key the camera has.',
  },
  MIME_TYPE_REFUSED: {
    label: 'Photo type not accepted',
    advice: `Send JPEG, PNG or WebP photos. ${phoneFormatSetting}`,
  },
  UPLOAD_UNKNOWN: {
    label: 'Photo never arrived',
    advice: 'The capture names an upload that is not here. Let the camera upload it again.',
  },
  UPLOAD_TAKEN: {
    label: 'Photo belongs to another capture',
    advice: 'The camera named one upload for two captures. Have its software checked.',
  },
  ...photoReasons,
  STAGE_FAILED: {
    label: 'Processing failed',
    advice: 'Processing failed repeatedly. An operator has to investigate; the photo is safe.',
  },
  WORKER_CRASHED: {
    label: 'Processing crashed',
    advice: 'This photo crashed the worker repeatedly. An operator has to investigate; the photo is safe.',
  },
};

/** Returns the label of a reason. */
export const reasonLabel = (reason: DeadLetterReason): ReasonLabel => reasons[reason];

export const deadLetterReasons = Object.keys(reasons) as DeadLetterReason[];

const stages: Record<DeadLetterStage, string> = {
  INTAKE: 'Intake',
  PREPROCESS: 'Checking the photo',
  INFER: 'Detecting products',
  SCORE: 'Scoring',
};

/** Returns the label of the stage that rejected a capture. */
export const stageLabel = (stage: DeadLetterStage): string => stages[stage];

/** The closed vocabularies that rows are written in. One tuple each: types, checks and GraphQL enums derive from it. */

export const captureStates = [
  'INGESTED',
  'RETRY_SCHEDULED',
  'PREPROCESSED',
  'VERSION_DRIFT',
  'TIER_1_INFERENCE',
  'TIER_2_INFERENCE',
  'TIER_3_INFERENCE',
  'SCORED',
  'ARCHIVED',
  'DEAD_LETTERED',
] as const;
export type CaptureState = (typeof captureStates)[number];

export const verdicts = [
  'MATCH',
  'FACINGS_SHORT',
  'FACINGS_OVER',
  'MISPLACED',
  'WRONG_PRODUCT',
  'UNKNOWN_PRODUCT',
  'MISSING',
  'OCCUPIED',
  'NOT_VISIBLE',
  'NOT_ASSESSED',
  'WAIVED',
  'EXTRA',
] as const;
export type Verdict = (typeof verdicts)[number];

export const deadLetterStages = ['intake', 'preprocess', 'infer', 'score'] as const;
export type DeadLetterStage = (typeof deadLetterStages)[number];

/** Why something was set aside. Machine-readable; the sentence for people stands beside it in each row. */
export const deadLetterReasons = [
  // the schema gate
  'NOT_AN_OBJECT',
  'FIELD_MISSING',
  'FIELD_INVALID',
  'TEXT_INVALID',
  'PAYLOAD_TOO_LARGE',
  'SCHEMA_VERSION_UNKNOWN',
  'STORE_MISMATCH',
  'MIME_TYPE_REFUSED',
  'UPLOAD_UNKNOWN',
  // the photo
  'UPLOAD_EXPIRED',
  'PHOTO_UNREACHABLE',
  'PHOTO_EMPTY',
  'PHOTO_CORRUPT',
  'PHOTO_UNSUPPORTED',
  'PHOTO_TOO_LARGE',
  'PHOTO_TOO_COSTLY',
  'HASH_MISMATCH',
  'MIME_MISMATCH',
  // the pipeline itself
  'STAGE_FAILED',
  'WORKER_CRASHED',
] as const;
export type DeadLetterReason = (typeof deadLetterReasons)[number];

/** Why a store is asked for a new photo, and what is wrong with a DEGRADED one. */
export const qualityFlaws = ['TOO_SMALL', 'TOO_BLURRED'] as const;
export type QualityFlaw = (typeof qualityFlaws)[number];

export const driftReasons = ['VERSION_NOT_ACTIVE', 'VERSION_UNKNOWN', 'NO_ACTIVE_VERSION'] as const;
export type DriftReason = (typeof driftReasons)[number];

/** The version a released drift group is scored against. */
export const driftReleaseModes = ['EFFECTIVE_AT_CAPTURE', 'ACTIVE', 'TAGGED'] as const;
export type DriftReleaseMode = (typeof driftReleaseModes)[number];

export const attemptOutcomes = [
  'OK',
  'TRANSIENT',
  'THROTTLED',
  'PERMANENT_INPUT',
  'CONFIGURATION',
  'NOT_READY',
  'ABORTED',
  'BREAKER_OPEN',
] as const;
export type AttemptOutcome = (typeof attemptOutcomes)[number];

export const roles = ['analyst', 'category_manager', 'operator', 'admin'] as const;
export type Role = (typeof roles)[number];

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
  'UPLOAD_TAKEN',
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
  'QUALITY_TOO_LOW',
  // the pipeline itself
  'STAGE_FAILED',
  'WORKER_CRASHED',
] as const;
export type DeadLetterReason = (typeof deadLetterReasons)[number];

/** What makes a photo DEGRADED. */
export const qualityFlaws = ['TOO_SMALL', 'BAD_ASPECT', 'TOO_BLURRED'] as const;
export type QualityFlaw = (typeof qualityFlaws)[number];

/** Seen on a photo and worth telling whoever takes the next one; by itself no reason to hold the capture. */
export const qualityHints = ['TOO_DARK', 'TOO_BRIGHT', 'GLARE'] as const;
export type QualityHint = (typeof qualityHints)[number];

/** Why a store is asked for a new photo. */
export const recaptureReasons = [
  ...qualityFlaws,
  ...qualityHints,
  'UPLOAD_EXPIRED',
  'PHOTO_UNREACHABLE',
  'PHOTO_EMPTY',
  'PHOTO_CORRUPT',
  'PHOTO_UNSUPPORTED',
  'PHOTO_TOO_LARGE',
  'PHOTO_TOO_COSTLY',
  'HASH_MISMATCH',
  'MIME_MISMATCH',
  'ASKED_BY_PERSON',
] as const;
export type RecaptureReason = (typeof recaptureReasons)[number];

/** How a request for a recapture ended. */
export const recaptureEndings = ['BETTER_BYTES', 'SUPERSEDED', 'SCORED_AS_IT_IS', 'WITHDRAWN'] as const;
export type RecaptureEnding = (typeof recaptureEndings)[number];

/** What happens to a substandard photo when its looks for better bytes are spent. */
export const finalQualityPolicies = ['SCORE_FLAGGED', 'DEAD_LETTER'] as const;
export type FinalQualityPolicy = (typeof finalQualityPolicies)[number];

/** Rules that raise an alert inside the app. */
export const alertRules = ['CAPTURE_CONFLICT'] as const;
export type AlertRule = (typeof alertRules)[number];

export const driftReasons = ['VERSION_NOT_ACTIVE', 'VERSION_UNKNOWN', 'NO_ACTIVE_VERSION'] as const;
export type DriftReason = (typeof driftReasons)[number];

/** The version a released drift group is scored against. */
export const driftReleaseModes = ['EFFECTIVE_AT_CAPTURE', 'ACTIVE', 'TAGGED', 'MAPPED'] as const;
export type DriftReleaseMode = (typeof driftReleaseModes)[number];

/** How a suspicion that the shelf follows another version than the tag says was settled. */
export const silentDriftEndings = ['SCORED_AGAINST_OTHER', 'DISMISSED', 'RESOLVED_BY_ACTIVATION'] as const;
export type SilentDriftEnding = (typeof silentDriftEndings)[number];

/** What became of a product or a position from one planogram version to the next. */
export const mappingKinds = ['SAME', 'MOVED', 'SWAPPED', 'SUBSTITUTED', 'ALIAS', 'DELISTED', 'NEW'] as const;
export type MappingKind = (typeof mappingKinds)[number];

export const activationStates = ['PLANNED', 'DONE', 'CANCELLED'] as const;
export type ActivationState = (typeof activationStates)[number];

/** What made a score row. */
export const scoreOrigins = ['PIPELINE', 'RESCORE', 'REINFER', 'OVERRULE'] as const;
export type ScoreOrigin = (typeof scoreOrigins)[number];

/** RELEASE sends waiting captures on; RESCORE uses the detections that are there; REINFER looks at the photo again. */
export const reprocessModes = ['RELEASE', 'RESCORE', 'REINFER'] as const;
export type ReprocessMode = (typeof reprocessModes)[number];

/** The planogram version that a capture of a batch is scored against. GIVEN names one for all of them. */
export const versionChoices = ['PINNED', ...driftReleaseModes, 'GIVEN'] as const;
export type VersionChoice = (typeof versionChoices)[number];

/** EXPANDING while its captures are written down; DONE when all of them ended and nothing is published yet. */
export const batchStates = [
  'EXPANDING',
  'RUNNING',
  'PAUSED',
  'DONE',
  'CANCELLED',
  'PUBLISHING',
  'PUBLISHED',
  'ROLLING_BACK',
  'ROLLED_BACK',
] as const;
export type BatchState = (typeof batchStates)[number];

/** MOVED: released and on its way through the pipeline. OUTDATED: another score became current before this was published. */
export const itemStates = [
  'WAITING',
  'MOVED',
  'DONE',
  'FAILED',
  'SKIPPED',
  'PUBLISHED',
  'OUTDATED',
  'ROLLED_BACK',
] as const;
export type ItemState = (typeof itemStates)[number];

/** A dry run says what would expire; an expiry removes what a dry run announced long enough ago. */
export const retentionRunKinds = ['DRY_RUN', 'EXPIRY'] as const;
export type RetentionRunKind = (typeof retentionRunKinds)[number];

export const attemptOutcomes = [
  'OK',
  'TRANSIENT',
  'THROTTLED',
  'PERMANENT_INPUT',
  'CONFIGURATION',
  'NOT_READY',
  'ABORTED',
  'BREAKER_OPEN',
  'DEADLINE',
  'POOR_ANSWER',
] as const;
export type AttemptOutcome = (typeof attemptOutcomes)[number];

export const breakerStates = ['CLOSED', 'OPEN', 'HALF_OPEN', 'ISOLATED'] as const;
export type BreakerState = (typeof breakerStates)[number];

export const auditDecisions = ['APPROVED', 'REJECTED', 'REPLACED'] as const;
export type AuditDecision = (typeof auditDecisions)[number];

export const offerDecisions = ['ACCEPTED', 'AUTOMATIC', 'DISMISSED'] as const;
export type OfferDecision = (typeof offerDecisions)[number];

export const roles = ['analyst', 'category_manager', 'operator', 'admin'] as const;
export type Role = (typeof roles)[number];

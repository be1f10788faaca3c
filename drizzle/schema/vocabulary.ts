/** The closed vocabularies of rows. Types, checks and GraphQL enums derive from one tuple each. */

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

/** Machine-readable reasons of dead letters; the sentence for people is in each row. */
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
  'PHOTO_DAMAGED',
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

/** Flaws that make a photo DEGRADED. */
export const qualityFlaws = ['TOO_SMALL', 'BAD_ASPECT', 'TOO_BLURRED'] as const;
export type QualityFlaw = (typeof qualityFlaws)[number];

/** Hints for the next photo; a hint alone is no reason to hold the capture. */
export const qualityHints = ['TOO_DARK', 'TOO_BRIGHT', 'GLARE'] as const;
export type QualityHint = (typeof qualityHints)[number];

/**
 * What is wrong with a photo's view of its bay. Most of these keep the planogram from being placed in the photo; a turned
 * photo may be placed all the same. `NOT_RECOGNISED`: the planogram was not found, and none of the others is the reason.
 */
export const placementProblems = [
  'TURNED',
  'MIRRORED',
  'NO_COLOUR',
  'OTHER_BAY',
  'TOO_CLOSE',
  'TOO_FAR',
  'COVERED',
  'NOT_RECOGNISED',
] as const;
export type PlacementProblem = (typeof placementProblems)[number];

/** Declarations of a payload that the photo contradicts. They are shown, and change nothing about the capture. */
export const metadataFlaws = ['RESOLUTION_DIFFERS'] as const;
export type MetadataFlaw = (typeof metadataFlaws)[number];

/** The source of the time by which rules judge a capture. */
export const captureTimeSources = ['DEVICE_CLOCK', 'CORRECTED_CLOCK', 'RECEIPT'] as const;
export type CaptureTimeSource = (typeof captureTimeSources)[number];

/** How the error of a device's clock is known: from the times of sending, or from the delays of its captures. */
export const clockErrorSources = ['SENT_AT', 'DELAYS'] as const;
export type ClockErrorSource = (typeof clockErrorSources)[number];

/** Why a store is asked for a new photo. */
export const recaptureReasons = [
  ...qualityFlaws,
  ...qualityHints,
  ...placementProblems,
  'UPLOAD_EXPIRED',
  'PHOTO_UNREACHABLE',
  'PHOTO_EMPTY',
  'PHOTO_CORRUPT',
  'PHOTO_DAMAGED',
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

/** Treatment of a substandard photo after the last attempt to find better bytes. */
export const finalQualityPolicies = ['SCORE_FLAGGED', 'DEAD_LETTER'] as const;
export type FinalQualityPolicy = (typeof finalQualityPolicies)[number];

/** Rules that raise an alert inside the app. */
export const alertRules = [
  'CAPTURE_CONFLICT',
  'DEVICE_CLOCK_WRONG',
  'SCORE_FELL',
  'UNKNOWN_SHARE_ROSE',
  'FIRMWARE_LESS_SHARP',
] as const;
export type AlertRule = (typeof alertRules)[number];

/** What a level is compared with its own baseline of. */
export const deviationScopes = ['BAY', 'CATEGORY', 'STORE', 'PLANOGRAM', 'FIRMWARE'] as const;
export type DeviationScope = (typeof deviationScopes)[number];

export const deviationMeasures = ['SCORE', 'UNKNOWN_SHARE', 'SHARPNESS'] as const;
export type DeviationMeasure = (typeof deviationMeasures)[number];

/**
 * How a deviation ended. NEW_LEVEL: it lasted as long as a baseline, so that the fallen level is the usual one. NOT_USED: no
 * camera has the firmware any more.
 */
export const deviationEndings = ['WITHIN_BAND', 'PLAN_CHANGED', 'NEW_LEVEL', 'NOT_USED'] as const;
export type DeviationEnding = (typeof deviationEndings)[number];

export const driftReasons = ['VERSION_NOT_ACTIVE', 'VERSION_UNKNOWN', 'NO_ACTIVE_VERSION'] as const;
export type DriftReason = (typeof driftReasons)[number];

/** The version a released drift group is scored against. */
export const driftReleaseModes = ['EFFECTIVE_AT_CAPTURE', 'ACTIVE', 'TAGGED', 'MAPPED'] as const;
export type DriftReleaseMode = (typeof driftReleaseModes)[number];

/** How a suspicion of silent drift was resolved. */
export const silentDriftEndings = ['SCORED_AGAINST_OTHER', 'DISMISSED', 'RESOLVED_BY_ACTIVATION'] as const;
export type SilentDriftEnding = (typeof silentDriftEndings)[number];

/** Kinds of change of a product or position from one planogram version to the next. */
export const mappingKinds = ['SAME', 'MOVED', 'SWAPPED', 'SUBSTITUTED', 'ALIAS', 'DELISTED', 'NEW'] as const;
export type MappingKind = (typeof mappingKinds)[number];

export const activationStates = ['PLANNED', 'DONE', 'CANCELLED'] as const;
export type ActivationState = (typeof activationStates)[number];

/** Origin of a score row. */
export const scoreOrigins = ['PIPELINE', 'RESCORE', 'REINFER', 'OVERRULE'] as const;
export type ScoreOrigin = (typeof scoreOrigins)[number];

/** RELEASE sends waiting captures on; RESCORE uses the existing detections; REINFER runs inference on the photo again. */
export const reprocessModes = ['RELEASE', 'RESCORE', 'REINFER'] as const;
export type ReprocessMode = (typeof reprocessModes)[number];

/** How the planogram version for scoring is chosen in a batch. GIVEN names one version for all captures. */
export const versionChoices = ['PINNED', ...driftReleaseModes, 'GIVEN'] as const;
export type VersionChoice = (typeof versionChoices)[number];

/** States of a batch. EXPANDING lists the captures; DONE means that all items ended and none is published yet. */
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

/** States of an item. MOVED: released into the pipeline. OUTDATED: another score became current before publication. */
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

/** A dry run lists photos that would expire; an expiry removes photos announced by an earlier dry run. */
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

/** The tables of master data that come from files or integrations. */
export const masterDataKinds = [
  'STORES',
  'STORE_GROUPS',
  'BAYS',
  'CATEGORIES',
  'PLANOGRAMS',
  'PRODUCTS',
  'ASSIGNMENTS',
] as const;
export type MasterDataKind = (typeof masterDataKinds)[number];

export const masterDataSources = ['FILE', 'API'] as const;
export type MasterDataSource = (typeof masterDataSources)[number];

/** What an import does with a row. FAILED rows are left out. */
export const masterDataOutcomes = ['CREATED', 'CHANGED', 'UNCHANGED', 'FAILED'] as const;
export type MasterDataOutcome = (typeof masterDataOutcomes)[number];

/** Why a row of master data is left out. */
export const masterDataErrorCodes = [
  'FIELD_MISSING',
  'FIELD_TOO_LONG',
  'TEXT_INVALID',
  'GTIN_INVALID',
  'NUMBER_INVALID',
  'TIME_ZONE_UNKNOWN',
  'TIME_INVALID',
  'KEY_REPEATED',
  'STORE_UNKNOWN',
  'CATEGORY_UNKNOWN',
  'VERSION_UNKNOWN',
] as const;
export type MasterDataErrorCode = (typeof masterDataErrorCodes)[number];

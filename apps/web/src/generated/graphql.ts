/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** A bay by its store and aisle. */
export type ActivatedBayInput = {
  /** The aisle coordinate in this store. */
  aisle: string;
  /** The code of the store. */
  storeCode: string;
};

/** How far a planned activation is. */
export type ActivationState =
  /** A person took the activation back. */
  | 'CANCELLED'
  /** Every bay of the activation has been handled. */
  | 'DONE'
  /** The activation is not due yet, or is being carried out. */
  | 'PLANNED';

/** What a person should know before an activation. */
export type ActivationWarningCode =
  /** Some bays follow a version whose period is over. */
  | 'ACTIVE_VERSION_EXPIRED'
  /** Some bays are not known yet; the aisle may be misspelled. */
  | 'BAYS_NEW'
  /** All bays follow the version already. */
  | 'NOTHING_CHANGES'
  /** The activation is before the period of the version. */
  | 'NOT_YET_EFFECTIVE'
  /** The activation reaches no bay. */
  | 'NO_BAYS'
  /** The activation is after the period of the version. */
  | 'NO_LONGER_EFFECTIVE'
  /** Another activation is planned for some of the bays. */
  | 'OTHER_ACTIVATION_PLANNED';

/** The arguments of the mutation of this name. */
export type AlertActInput = {
  /** The global id of the alert, or its bare UUID. */
  id: string | number;
};

/** Which alerts to list. Conditions are joined by “and”. */
export type AlertFilter = {
  /** True: only open alerts. False: only closed ones. */
  open?: boolean | null | undefined;
  /** Only alerts of this rule. */
  rule?: AlertRule | null | undefined;
  /** Only alerts about this store. */
  storeCode?: string | null | undefined;
};

/** The condition that raises an alert. */
export type AlertRule =
  /** A second photo came for a capture that has another one. */
  | 'CAPTURE_CONFLICT'
  /** The clock of a device is wrong, by a known error or by impossible stamps. */
  | 'DEVICE_CLOCK_WRONG'
  /** Photos of a camera model are less sharp since a firmware, in the same bays. */
  | 'FIRMWARE_LESS_SHARP'
  /** The score of a bay, store, category or planogram is far below its own level of the last 28 days. */
  | 'SCORE_FELL'
  /** The share of unknown products of a bay, store, category or planogram is far above its own level of the last 28 days. */
  | 'UNKNOWN_SHARE_ROSE';

/** How an attempt of a tier to analyse a photo ended. */
export type AttemptOutcome =
  /** The worker broke off the call, for example because it was stopping. */
  | 'ABORTED'
  /** No call was made, because the breaker did not allow it. */
  | 'BREAKER_OPEN'
  /** Credentials or settings are wrong. A person has to correct them. */
  | 'CONFIGURATION'
  /** No call was made, because earlier tiers had used up the time for the capture. */
  | 'DEADLINE'
  /** The provider’s model is not running. */
  | 'NOT_READY'
  /** The tier gave an answer that is good enough. */
  | 'OK'
  /** The provider cannot take this photo. Other photos are not affected. */
  | 'PERMANENT_INPUT'
  /** The answer was below the acceptance threshold, and a lower tier was asked. */
  | 'POOR_ANSWER'
  /** The provider refused the call because of too many calls. */
  | 'THROTTLED'
  /** The call failed for a passing cause, such as the network or a time limit. */
  | 'TRANSIENT';

/** The field names of a planogram match: Azure documents two sets of them. */
export type AzureMatchSpelling =
  /** The field names of Azure’s how-to guide. */
  | 'GUIDE'
  /** The field names of Azure’s API reference. */
  | 'REFERENCE';

/** The arguments of the mutation of this name. */
export type BreakerActInput = {
  /** The breaker: provider and operation, such as `rekognition/detect`. */
  name: string;
  /** Why, at most 2000 characters. The reason is shown with the breaker. */
  reason: string;
};

/** The arguments of the mutation of this name. */
export type BreakerAuditDecideInput = {
  /** True puts the proposed waits into force; false rejects them. */
  approve: boolean;
  /** The global id of the object to change, or its bare UUID. */
  id: string | number;
  /** Why, at most 2000 characters. The note is stored with the policy and in the audit log. */
  note: string;
};

/** What became of the proposal of a review. */
export type BreakerAuditDecision =
  /** A person approved the waits, and they are in force. */
  | 'APPROVED'
  /** A person rejected the waits. */
  | 'REJECTED'
  /** A newer review came before a decision. */
  | 'REPLACED';

/** Why a review proposes nothing. */
export type BreakerNoProposal =
  /** No other waits are cheaper by at least 5 %. */
  | 'NO_GAIN'
  /** The present waits are too far outside the limits for one step. */
  | 'OUTSIDE_LIMITS'
  /** Fewer than ten outages of the period have ended. */
  | 'TOO_FEW_EPISODES';

/** Whether workers may call a provider. */
export type BreakerState =
  /** The provider works, and calls are allowed. */
  | 'CLOSED'
  /** One worker probes whether the provider works again. */
  | 'HALF_OPEN'
  /** A person stopped all calls and probes until the breaker is restored. */
  | 'ISOLATED'
  /** The provider is out: no calls until `retryAt`, lower tiers take over. */
  | 'OPEN';

/** Conditions of a list, which are joined by “and”. Conditions that are left out or null do not narrow the list. */
export type CaptureConflictFilter = {
  /** Only items of the store with this code. */
  storeCode?: string | null | undefined;
};

/** Conditions of a list, which are joined by “and”. Conditions that are left out or null do not narrow the list. */
export type CaptureFilter = {
  /** Only items of bays with this aisle coordinate, in any spelling of it. */
  aisle?: string | null | undefined;
  /** Only captures of this camera model, in upper or lower case. */
  cameraModel?: string | null | undefined;
  /** Only captures of exactly this firmware. */
  firmware?: string | null | undefined;
  /** Only captures with this label: of the version they are scored against or, until one is chosen, of the tagged version. */
  planogramVersion?: string | null | undefined;
  /** Only captures whose current score is this value or more, 0..1. Captures without a score are left out. */
  scoreAtLeast?: number | null | undefined;
  /** Only captures whose current score is less than this value, 0..1. Captures without a score are left out. */
  scoreBelow?: number | null | undefined;
  /** Only captures in one of these states. */
  states?: Array<CaptureState> | null | undefined;
  /** Only items of the store with this code. */
  storeCode?: string | null | undefined;
  /** Only captures taken after this instant, by `effectiveTakenAt`. */
  takenAfter?: string | null | undefined;
  /** Only captures taken before this instant, by `effectiveTakenAt`. */
  takenBefore?: string | null | undefined;
  /** Only captures whose current score is by this tier: 1 cloud, 2 edge, 3 heuristic. */
  tier?: number | null | undefined;
  /** Only captures whose current score has a finding with this verdict. */
  verdict?: Verdict | null | undefined;
};

/** The arguments of the mutation of this name. */
export type CaptureKeepInput = {
  /** The global id of the object to change, or its bare UUID. */
  id: string | number;
  /** Why the photo is held, at most 2000 characters. */
  reason: string;
};

/** The arguments of the mutation of this name. */
export type CaptureKeepReleaseInput = {
  /** The global id of the object to change, or its bare UUID. */
  id: string | number;
};

/** How far the pipeline has processed a capture. SCORED, ARCHIVED and DEAD_LETTERED need no further processing. */
export type CaptureState =
  /** The time for review is over: the score is final. The photo can expire under the retention policy. */
  | 'ARCHIVED'
  /** The pipeline gave up; `deadLetter` has the reason. */
  | 'DEAD_LETTERED'
  /** The payload is accepted. The photo still has to arrive, or waits for preprocessing. */
  | 'INGESTED'
  /** The photo is read and measured. The version gate and inference follow. */
  | 'PREPROCESSED'
  /** The photo is below the quality rule. A better photo is looked for at `nextTryAt`. */
  | 'RETRY_SCHEDULED'
  /** The capture has a current score and is under review. People can overrule verdicts, and batches can score again. */
  | 'SCORED'
  /** The cloud tier detected the products. Scoring follows. */
  | 'TIER_1_INFERENCE'
  /** The edge tier detected the products. Scoring follows. */
  | 'TIER_2_INFERENCE'
  /** The heuristic tier detected the products. Scoring follows. */
  | 'TIER_3_INFERENCE'
  /** The tagged planogram version is not the active one of the bay. A person decides, or an activation does. */
  | 'VERSION_DRIFT';

/** Which time rules use for a capture. */
export type CaptureTimeSource =
  /** The time that the device says, corrected by the known error of its clock. */
  | 'CORRECTED_CLOCK'
  /** The time that the device says. */
  | 'DEVICE_CLOCK'
  /** The time of receipt, because the device says a time in the future or from before the store. */
  | 'RECEIPT';

/** How the error of a device’s clock is known. */
export type ClockErrorSource =
  /** From the smallest delay of at least 50 captures, of a device that sends at once. */
  | 'DELAYS'
  /** Exactly, from the time of sending in the payloads. */
  | 'SENT_AT';

/** Conditions of a list, which are joined by “and”. Conditions that are left out or null do not narrow the list. */
export type DeadLetterFilter = {
  /** Only dead letters of this camera model, in upper or lower case. */
  cameraModel?: string | null | undefined;
  /** Only dead letters of exactly this firmware. */
  firmware?: string | null | undefined;
  /** Only dead letters with this reason. */
  reason?: DeadLetterReason | null | undefined;
  /** True: only resolved dead letters. False, null or left out: only open ones. */
  resolved?: boolean | null | undefined;
  /** Only dead letters of this stage. */
  stage?: DeadLetterStage | null | undefined;
  /** Only items of the store with this code. */
  storeCode?: string | null | undefined;
};

/** The cause of a dead letter. */
export type DeadLetterReason =
  /** A field has a value that is not allowed. */
  | 'FIELD_INVALID'
  /** A required field is missing. */
  | 'FIELD_MISSING'
  /** The SHA-256 of the photo differs from the announced one. */
  | 'HASH_MISMATCH'
  /** The photo has another type than the announced one. */
  | 'MIME_MISMATCH'
  /** The payload announces a photo of a type that is not accepted. */
  | 'MIME_TYPE_REFUSED'
  /** The payload is not a JSON object. */
  | 'NOT_AN_OBJECT'
  /** The payload has more bytes than are allowed. */
  | 'PAYLOAD_TOO_LARGE'
  /** The photo cannot be decoded. */
  | 'PHOTO_CORRUPT'
  /** A part of the photo is lost: its data is cut off, overwritten or out of step. */
  | 'PHOTO_DAMAGED'
  /** The photo has no bytes. */
  | 'PHOTO_EMPTY'
  /** Decoding the photo exceeded its limit of time or memory. */
  | 'PHOTO_TOO_COSTLY'
  /** The photo has more bytes or pixels than are allowed. */
  | 'PHOTO_TOO_LARGE'
  /** The photo could not be fetched from its address. */
  | 'PHOTO_UNREACHABLE'
  /** The photo has a format that is not supported. */
  | 'PHOTO_UNSUPPORTED'
  /** The photo stayed below the quality rule, and the final policy refuses it. */
  | 'QUALITY_TOO_LOW'
  /** The payload has a schema version that is not known. */
  | 'SCHEMA_VERSION_UNKNOWN'
  /** A stage failed repeatedly. */
  | 'STAGE_FAILED'
  /** The payload names another store than the one of the device key. */
  | 'STORE_MISMATCH'
  /** A text has characters that the database cannot store. */
  | 'TEXT_INVALID'
  /** The upload of the photo expired before it was complete. */
  | 'UPLOAD_EXPIRED'
  /** The payload names an upload that belongs to another capture. */
  | 'UPLOAD_TAKEN'
  /** The payload names an upload that does not exist in the store. */
  | 'UPLOAD_UNKNOWN'
  /** Workers crashed repeatedly while they processed the capture. */
  | 'WORKER_CRASHED';

/** Where in the pipeline a dead letter was written. */
export type DeadLetterStage =
  /** The stage in which the tiers look for products in the photo. */
  | 'INFER'
  /** The schema gate, before there is a capture. */
  | 'INTAKE'
  /** The stage that fetches, decodes and measures the photo. */
  | 'PREPROCESS'
  /** The stage that compares the detections with the planogram. */
  | 'SCORE';

/** Conditions of a list, which are joined by “and”. Conditions that are left out or null do not narrow the list. */
export type DeviceFilter = {
  /** True: only devices whose clock has a known error. */
  clockErrorKnown?: boolean | null | undefined;
  /** Only items of the store with this code. */
  storeCode?: string | null | undefined;
};

/** A group of `driftGroups`. */
export type DriftGroupScopeInput = {
  /** The bay of the group. */
  bayId: string | number;
  /** The label that the devices sent. */
  taggedVersion: string;
};

/** Why the version gate stopped a capture. */
export type DriftReason =
  /** The bay follows no version yet. */
  | 'NO_ACTIVE_VERSION'
  /** The bay follows another version than the tagged one. */
  | 'VERSION_NOT_ACTIVE'
  /** No planogram version has the label that the device sent. */
  | 'VERSION_UNKNOWN';

/** The version that released captures are scored against. */
export type DriftReleaseMode =
  /** The version that the bay follows at the release. */
  | 'ACTIVE'
  /** The version that the bay followed when the photo was taken. */
  | 'EFFECTIVE_AT_CAPTURE'
  /** The version that the bay follows at the release, with positions mapped from the tagged one. */
  | 'MAPPED'
  /** The version that the device sent. */
  | 'TAGGED';

/** What was found in the place of one planned facing. */
export type FacingFound =
  /** Something stands before the place, so it is not known what it holds. */
  | 'COVERED'
  /** An empty place. */
  | 'EMPTY'
  /** Something that could not be identified. */
  | 'NOT_IDENTIFIED'
  /** Nothing is known: no detection and no gap was reported here. */
  | 'NOT_LOOKED_AT'
  /** The place is outside the photo. */
  | 'NOT_VISIBLE'
  /** Another product of the catalogue. */
  | 'OTHER_PRODUCT'
  /** The planned product. */
  | 'PLANNED_PRODUCT'
  /** Something that is no product of the planogram’s catalogue. */
  | 'UNKNOWN_PRODUCT';

/** What happens to a photo below the quality rule when no better photo comes. */
export type FinalQualityPolicy =
  /** The capture becomes a dead letter. */
  | 'DEAD_LETTER'
  /** The photo is scored, and the score carries the flaws. */
  | 'SCORE_FLAGGED';

/** A reason to refuse new captures. */
export type IntakeObstacleCode =
  /** The disk of the photos has less room than INTAKE_MIN_FREE_MB, or cannot be read. */
  | 'DISK_FULL'
  /** The oldest capture has waited for longer than INTAKE_MAX_QUEUE_AGE_SECONDS to be worked on. */
  | 'QUEUE_TOO_OLD';

/** What became of a position or, for ALIAS, of a product from one planogram version to another. */
export type MappingKind =
  /** The old product counts as the new one in photos taken before a date. */
  | 'ALIAS'
  /** The position exists in the earlier version only. */
  | 'DELISTED'
  /** The product has another place. */
  | 'MOVED'
  /** The position exists in the later version only. */
  | 'NEW'
  /** The product stays in its place in the order of its shelf. */
  | 'SAME'
  /** Another product took over the place. */
  | 'SUBSTITUTED'
  /** The product and another one have traded places. */
  | 'SWAPPED';

/** Why a row is left out. */
export type MasterDataErrorCode =
  /** No category has this code. */
  | 'CATEGORY_UNKNOWN'
  /** A value that the row needs is empty. */
  | 'FIELD_MISSING'
  /** A value has too many characters. */
  | 'FIELD_TOO_LONG'
  /** A value is no GTIN. */
  | 'GTIN_INVALID'
  /** An earlier row has the same identifying values. */
  | 'KEY_REPEATED'
  /** A value is no length of a pack. */
  | 'NUMBER_INVALID'
  /** No store has this code. */
  | 'STORE_UNKNOWN'
  /** A value has a control character. */
  | 'TEXT_INVALID'
  /** A value is no time in ISO 8601. */
  | 'TIME_INVALID'
  /** A value is no IANA time zone. */
  | 'TIME_ZONE_UNKNOWN'
  /** No planogram version has this label. */
  | 'VERSION_UNKNOWN';

/** A file of master data of one kind, with the names of its columns in the first row. */
export type MasterDataFileInput = {
  /** The file as text. Give either this or `contentBase64`. */
  content?: string | null | undefined;
  /** The bytes of the file as base64. The encoding is detected: UTF-8, UTF-16, Windows-1252. */
  contentBase64?: string | null | undefined;
  /** The name of the file, kept in the report. */
  fileName?: string | null | undefined;
  /** The table that the file is of. */
  kind: MasterDataKind;
};

/** A table of master data. */
export type MasterDataKind =
  /** Which version a bay follows, and from when. */
  | 'ASSIGNMENTS'
  /** The bays of stores, by aisle coordinate. */
  | 'BAYS'
  /** Categories with their names. */
  | 'CATEGORIES'
  /** Planograms with their names and categories. */
  | 'PLANOGRAMS'
  /** Products with GTIN, brand, category and size. */
  | 'PRODUCTS'
  /** Stores with their names and time zones. */
  | 'STORES'
  /** Which stores belong to which group. */
  | 'STORE_GROUPS';

/** What an import does with a row. */
export type MasterDataOutcome =
  /** The row exists and gets other values. */
  | 'CHANGED'
  /** The row is new. */
  | 'CREATED'
  /** The row is left out because of an error. */
  | 'FAILED'
  /** The row is as it is in the database. */
  | 'UNCHANGED';

/** How rows of master data arrived. */
export type MasterDataSource =
  /** As rows of a request. */
  | 'API'
  /** In a file. */
  | 'FILE';

/** A declaration of a payload that its photo contradicts. */
export type MetadataFlaw =
  /** The photo has another size than the payload declares, also with the sides swapped. */
  | 'RESOLUTION_DIFFERS';

/** An act that the access policy grants or refuses. Most are named after the mutation or list they allow. */
export type PermissionAct =
  /** Allows the mutation, list or route of this name. */
  | 'ALERT_ACKNOWLEDGE'
  /** Allows the mutation, list or route of this name. */
  | 'ALERT_CLOSE'
  /** Allows the mutation, list or route of this name. */
  | 'ALERT_LIST'
  /** Allows the mutation, list or route of this name. */
  | 'BATCH_LIST'
  /** Allows the mutation, list or route of this name. */
  | 'BREAKER_AUDIT_DECIDE'
  /** Allows the mutation, list or route of this name. */
  | 'BREAKER_AUDIT_RUN'
  /** Allows the mutation, list or route of this name. */
  | 'BREAKER_ISOLATE'
  /** Allows the mutation, list or route of this name. */
  | 'BREAKER_RESTORE'
  /** Allows the mutation, list or route of this name. */
  | 'CAPTURE_KEEP'
  /** Allows the mutation, list or route of this name. */
  | 'CAPTURE_KEEP_RELEASE'
  /** Allows the mutation, list or route of this name. */
  | 'CAPTURE_READ'
  /** Allows the mutation, list or route of this name. */
  | 'CAPTURE_SUBMIT'
  /** Allows the mutation, list or route of this name. */
  | 'CAPTURE_UPLOAD_CREATE'
  /** Allows the mutation, list or route of this name. */
  | 'CONFLICT_LIST'
  /** Allows the mutation, list or route of this name. */
  | 'DEAD_LETTER_LIST'
  /** Allows the mutation, list or route of this name. */
  | 'DEAD_LETTER_RECHECK'
  /** Allows the mutation, list or route of this name. */
  | 'DEVICE_KEY_CREATE'
  /** Allows the mutation, list or route of this name. */
  | 'DEVICE_KEY_REVOKE'
  /** Allows the mutation, list or route of this name. */
  | 'DRIFT_LIST'
  /** Allows the mutation, list or route of this name. */
  | 'INFERENCE_READ'
  /** Allows the mutation, list or route of this name. */
  | 'INTEGRITY_CHECK'
  /** Allows the mutation, list or route of this name. */
  | 'MASTER_DATA_READ'
  /** Allows the mutation, list or route of this name. */
  | 'MASTER_DATA_SAVE'
  /** Allows the mutation, list or route of this name. */
  | 'PAYLOAD_PATCH_CREATE'
  /** Allows the mutation, list or route of this name. */
  | 'PAYLOAD_PATCH_PREVIEW'
  /** Allows the mutation, list or route of this name. */
  | 'PLANOGRAM_IMPORT'
  /** Allows the mutation, list or route of this name. */
  | 'PLANOGRAM_LIST'
  /** Allows the mutation, list or route of this name. */
  | 'PLANOGRAM_VERSION_ACTIVATE'
  /** Allows the mutation, list or route of this name. */
  | 'PRODUCT_IMAGE_PUT'
  /** Allows the mutation, list or route of this name. */
  | 'QUALITY_RULE_LIST'
  /** Allows the mutation, list or route of this name. */
  | 'QUALITY_RULE_SET'
  /** Allows the mutation, list or route of this name. */
  | 'QUEUE_LIST'
  /** Allows the mutation, list or route of this name. */
  | 'RAW_PAYLOAD_READ'
  /** Allows the mutation, list or route of this name. */
  | 'RECAPTURE_LIST'
  /** Allows the mutation, list or route of this name. */
  | 'RECAPTURE_REQUEST'
  /** Allows the mutation, list or route of this name. */
  | 'RECAPTURE_WITHDRAW'
  /** Allows the mutation, list or route of this name. */
  | 'REPROCESS_ACT'
  /** Allows the mutation, list or route of this name. */
  | 'REPROCESS_PREVIEW'
  /** Allows the mutation, list or route of this name. */
  | 'REPROCESS_START'
  /** Allows the mutation, list or route of this name. */
  | 'RESCORE_OFFER_ACCEPT'
  /** Allows the mutation, list or route of this name. */
  | 'RESCORE_OFFER_DISMISS'
  /** Allows the mutation, list or route of this name. */
  | 'RETENTION_DRY_RUN'
  /** Allows the mutation, list or route of this name. */
  | 'RETENTION_POLICY_SET'
  /** Allows the mutation, list or route of this name. */
  | 'RETENTION_READ'
  /** Allows the mutation, list or route of this name. */
  | 'SANDBOX_FAULT_SET'
  /** Allows the mutation, list or route of this name. */
  | 'SILENT_DRIFT_DISMISS'
  /** Allows the mutation, list or route of this name. */
  | 'STORE_CREATE'
  /** Allows the mutation, list or route of this name. */
  | 'STORE_GROUP_SET'
  /** Allows the mutation, list or route of this name. */
  | 'STORE_LIST'
  /** Allows the mutation, list or route of this name. */
  | 'UPLOAD_PUT'
  /** Allows the mutation, list or route of this name. */
  | 'VERDICT_OVERRULE'
  /** Allows the mutation, list or route of this name. */
  | 'VERSION_MAPPING_SAVE'
  /** Allows the mutation, list or route of this name. */
  | 'WAIVER_CREATE'
  /** Allows the mutation, list or route of this name. */
  | 'WAIVER_LIST'
  /** Allows the mutation, list or route of this name. */
  | 'WAIVER_REVOKE';

/** What part of the data a permission is limited to. Every permission has the scope ALL today. */
export type PermissionScope =
  /** Everything that the act applies to. */
  | 'ALL'
  /** Objects of the viewer’s product categories. */
  | 'CATEGORIES'
  /** Objects of the viewer’s stores. */
  | 'STORES';

/** What is wrong with a photo’s view of its bay. */
export type PlacementProblem =
  /** Too much of the bay is covered. */
  | 'COVERED'
  /** Left and right are exchanged. */
  | 'MIRRORED'
  /** The planogram was not recognised, for none of the other reasons. */
  | 'NOT_RECOGNISED'
  /** The photo is grey, although the planned products are not. */
  | 'NO_COLOUR'
  /** The photo shows another bay of the store. */
  | 'OTHER_BAY'
  /** The photo shows too small a part of the bay. */
  | 'TOO_CLOSE'
  /** The bay is too small in the photo. */
  | 'TOO_FAR'
  /** The photo is turned by a quarter or a half. */
  | 'TURNED';

/** Conditions of a list, which are joined by “and”. Conditions that are left out or null do not narrow the list. */
export type PlannedActivationFilter = {
  /** Only activations of the version with this label. */
  label?: string | null | undefined;
  /** Only activations in one of these states. */
  states?: Array<ActivationState> | null | undefined;
};

/** The format of an exported planogram file. */
export type PlanogramExportFileFormat =
  /** JSON of Azure’s planogram matching, in millimetres. */
  | 'AZURE'
  /** A table with one row per position. */
  | 'CSV'
  /** JSON that holds everything the version holds. */
  | 'GONDOLA'
  /** A picture of the plan on A3, for the wall. No import reads it. */
  | 'PDF'
  /** A ProSpace file of Blue Yonder, in centimetres. */
  | 'PSA'
  /** The exchange format of Japanese planogram programs, V2.0. */
  | 'PTS'
  /** A drawing of the plan, for the wall. No import reads it. */
  | 'SVG'
  /** A workbook with the rows of the CSV. */
  | 'XLSX';

/** The format of a planogram file. */
export type PlanogramFormat =
  /** A planogram as Azure’s product recognition takes it, in JSON. */
  | 'AZURE'
  /** A table with one row per position. */
  | 'CSV'
  /** The JSON format of this system, `gondola-planogram/1`. */
  | 'GONDOLA'
  /** A file of space planning programs with the extension .psa. */
  | 'PSA'
  /** The shelf plan exchange format of Japanese planogram programs, V1 and V2. */
  | 'PTS';

/** A planogram file. Fields that are left out are taken from the file, as far as its format has them. */
export type PlanogramImportInput = {
  /** The catalogue that the SKUs of the file belong to. Without one in the file either, that of the planogram’s last version, else `default`. */
  catalog?: string | null | undefined;
  /** The code of the planogram. Without one in the file either, the label is the code. */
  code?: string | null | undefined;
  /** The file as text. Give either this or `contentBase64`. */
  content?: string | null | undefined;
  /** The bytes of the file as base64. The encoding of PSA, PTS and CSV is detected, since they are often not UTF-8. */
  contentBase64?: string | null | undefined;
  /** When stores are meant to start to follow the version. */
  effectiveFrom?: string | null | undefined;
  /** When stores are meant to stop following the version; later than `effectiveFrom`. */
  effectiveTo?: string | null | undefined;
  /** The format of the file; when left out, the beginning of the file decides. */
  format?: PlanogramFormat | null | undefined;
  /** The label of the version, which devices send as `planogram_version`. */
  label?: string | null | undefined;
  /** The name of the planogram. Without one in the file either, the code is the name. */
  name?: string | null | undefined;
  /** The planogram to import from a file with several: its name or key (PSA), or its code or version (CSV). */
  planogram?: string | null | undefined;
  /** How many millimetres one unit of the file has (AZURE, PSA), at most 1000. When left out, the likeliest unit is used and noted. */
  unitMm?: number | null | undefined;
};

/** The version, and its bays: one aisle in the named stores and store groups, or a list of bays, each with its own aisle. */
export type PlanogramVersionActivateInput = {
  /** The aisle coordinate of the bays, the same in every store. */
  aisle?: string | null | undefined;
  /** When the version becomes the active one; null for now. */
  at?: string | null | undefined;
  /** The bays one by one, 10,000 at most, instead of `aisle` with stores and groups. */
  bays?: Array<ActivatedBayInput> | null | undefined;
  /** The codes of store groups. Their stores are looked up when the activation is carried out. */
  groupCodes?: Array<string> | null | undefined;
  /** The label of the version to activate. */
  label: string;
  /** When the version becomes the active one on the clock of each store, such as `2026-06-01T06:00`, instead of `at`. For `bays` only. */
  localTime?: string | null | undefined;
  /** The code of one store. */
  storeCode?: string | null | undefined;
  /** The codes of stores, at most 10,000 codes with the other fields. */
  storeCodes?: Array<string> | null | undefined;
};

/** How a position compares between two scores. */
export type PositionDifferenceKind =
  /** Verdict, product, facings or position differ. */
  | 'CHANGED'
  /** Only the later score has the position. */
  | 'ONLY_AFTER'
  /** Only the earlier score has the position. */
  | 'ONLY_BEFORE'
  /** Verdict, product, facings and position are the same. */
  | 'SAME';

/** Why a photo fails the quality rule. */
export type QualityFlaw =
  /** The longer side is more than `maxAspect` times the shorter one. */
  | 'BAD_ASPECT'
  /** The sharpness is below `minSharpness`. */
  | 'TOO_BLURRED'
  /** The shorter side has fewer pixels than `minShortSidePx`. */
  | 'TOO_SMALL';

/** Bad light in a photo. A hint alone does not make a photo fail the rule. */
export type QualityHint =
  /** More than 20 % of the pixels are burnt out. */
  | 'GLARE'
  /** The mean grey is above 220. */
  | 'TOO_BRIGHT'
  /** The mean grey is below 45, or more than 60 % of the pixels are nearly black. */
  | 'TOO_DARK';

/** The arguments of the mutation of this name. */
export type QualityRuleSetInput = {
  /** The device model that the rule is for, in any letter case; left out for every model. */
  deviceModel?: string | null | undefined;
  /** What happens to a photo below the rule when no better photo comes. */
  finalPolicy: FinalQualityPolicy;
  /** The longer side divided by the shorter one, at most: 1 to 100. */
  maxAspect: number;
  /** How often a better photo is looked for before `finalPolicy` applies: 0 to 10. */
  maxRetries: number;
  /** The least sharpness, 0 to 100,000: the variance of the Laplacian of the grey photo. */
  minSharpness: number;
  /** The least length of the shorter side, 0 to 10,000 pixels. */
  minShortSidePx: number;
  /** Why the rule is set, at most 2000 characters. */
  note: string;
  /** The code of the store that the rule is for; left out for every store. */
  storeCode?: string | null | undefined;
};

/** How a request for a new photo was closed. */
export type RecaptureEnding =
  /** The capture’s own photo was sent again in better quality. */
  | 'BETTER_BYTES'
  /** No better photo came, and the photo was scored with its flaws. */
  | 'SCORED_AS_IT_IS'
  /** A new capture with a good photo replaced the capture. */
  | 'SUPERSEDED'
  /** A person took the request back. */
  | 'WITHDRAWN';

/** Why a new photo is requested. */
export type RecaptureReason =
  /** A person asked for the photo. */
  | 'ASKED_BY_PERSON'
  /** The photo is too long for its height or too high for its width. */
  | 'BAD_ASPECT'
  /** Too much of the bay is covered. */
  | 'COVERED'
  /** Lamps or reflections hide a large part of the photo. */
  | 'GLARE'
  /** The bytes have another SHA-256 than the payload says. */
  | 'HASH_MISMATCH'
  /** The bytes are of another image type than the payload says. */
  | 'MIME_MISMATCH'
  /** Left and right are exchanged. */
  | 'MIRRORED'
  /** The planogram was not recognised in the photo. */
  | 'NOT_RECOGNISED'
  /** The photo is grey, although the planned products are not. */
  | 'NO_COLOUR'
  /** The photo shows another bay of the store. */
  | 'OTHER_BAY'
  /** The photo is damaged and cannot be decoded. */
  | 'PHOTO_CORRUPT'
  /** A part of the photo is lost. */
  | 'PHOTO_DAMAGED'
  /** The photo has no bytes. */
  | 'PHOTO_EMPTY'
  /** The photo takes more time or memory to decode than allowed. */
  | 'PHOTO_TOO_COSTLY'
  /** The photo has too many bytes or pixels. */
  | 'PHOTO_TOO_LARGE'
  /** The photo could not be fetched from its URL. */
  | 'PHOTO_UNREACHABLE'
  /** The file is no image of a supported type. */
  | 'PHOTO_UNSUPPORTED'
  /** The photo is less sharp than the quality rule asks for. */
  | 'TOO_BLURRED'
  /** The photo is nearly white. */
  | 'TOO_BRIGHT'
  /** The photo shows too small a part of the bay. */
  | 'TOO_CLOSE'
  /** The photo, or most of it, is nearly black. */
  | 'TOO_DARK'
  /** The bay is too small in the photo. */
  | 'TOO_FAR'
  /** The shorter side has too few pixels for the quality rule. */
  | 'TOO_SMALL'
  /** The photo is turned by a quarter or a half. */
  | 'TURNED'
  /** The bytes of the photo did not arrive in time. */
  | 'UPLOAD_EXPIRED';

/** Conditions of a list, which are joined by “and”. Conditions that are left out or null do not narrow the list. */
export type RecaptureRequestFilter = {
  /** Only items of bays with this aisle coordinate, in any spelling of it. */
  aisle?: string | null | undefined;
  /** True: only open requests. False: only closed ones. */
  open?: boolean | null | undefined;
  /** Only items of the store with this code. */
  storeCode?: string | null | undefined;
};

/** The arguments of the mutation of this name. */
export type RecaptureRequestInput = {
  /** The global id of the capture, or its bare UUID. */
  captureId: string | number;
  /** Why the photo is requested, at most 2000 characters. The note is stored in the audit log. */
  note?: string | null | undefined;
};

/** The arguments of the mutation of this name. */
export type RecaptureWithdrawInput = {
  /** The global id of the request, or its bare UUID. */
  id: string | number;
};

/** What a person can do to a batch. ROLL_BACK leaves captures alone whose current score changed since. */
export type ReprocessAct =
  /** End the batch. Captures that still wait are skipped, and results that are not published never become current. */
  | 'CANCEL'
  /** Stop after the work in hand, until RESUME. */
  | 'PAUSE'
  /** Make the results the current scores. */
  | 'PUBLISH'
  /** Continue a paused batch. */
  | 'RESUME'
  /** Process the FAILED captures again. */
  | 'RETRY_FAILED'
  /** Make the earlier scores current again. */
  | 'ROLL_BACK';

/** The arguments of the mutation of this name. */
export type ReprocessActInput = {
  /** The act, one of `ReprocessBatch.acts`. */
  act: ReprocessAct;
  /** The global id of the object to change, or its bare UUID. */
  id: string | number;
};

/** How far a batch is. */
export type ReprocessBatchState =
  /** A person stopped the batch. Results that were published stay. */
  | 'CANCELLED'
  /** All captures have ended, and the results wait to be published. */
  | 'DONE'
  /** Workers list the captures of the scope. */
  | 'EXPANDING'
  /** A person paused the batch; RESUME continues it. */
  | 'PAUSED'
  /** All results are current scores. */
  | 'PUBLISHED'
  /** The results become the current scores, chunk by chunk. */
  | 'PUBLISHING'
  /** The earlier scores are current again. */
  | 'ROLLED_BACK'
  /** The earlier scores become current again, chunk by chunk. */
  | 'ROLLING_BACK'
  /** Workers process the captures. */
  | 'RUNNING';

/** What became of a capture in a batch. */
export type ReprocessItemState =
  /** The capture has a result, which is not published yet. */
  | 'DONE'
  /** Processing failed; RETRY_FAILED tries again. */
  | 'FAILED'
  /** The capture is released, and on its way through the pipeline. */
  | 'MOVED'
  /** Another score became current before the result was published. */
  | 'OUTDATED'
  /** The result is the current score, or the release is complete. */
  | 'PUBLISHED'
  /** The earlier score is current again. */
  | 'ROLLED_BACK'
  /** The batch cannot process the capture; `failure` has the cause. */
  | 'SKIPPED'
  /** The capture still waits for a worker. */
  | 'WAITING';

/** What a batch does with each capture. */
export type ReprocessMode =
  /** Let the tiers analyse the photo again, and score the new detections. */
  | 'REINFER'
  /** Send captures in VERSION_DRIFT on through the pipeline. */
  | 'RELEASE'
  /** Score again from the detections that exist. */
  | 'RESCORE';

/** The batch to try. The fields are those of `ReprocessStartInput`. */
export type ReprocessPreviewInput = {
  /** What to do with each capture. */
  mode: ReprocessMode;
  /** The captures to process. */
  scope: ReprocessScopeInput;
  /** The label of the version for GIVEN; left out for other choices. */
  version?: string | null | undefined;
  /** How to choose the planogram version of each capture. */
  versionChoice: VersionChoice;
};

/** The captures of a batch. Give exactly one of the fields. */
export type ReprocessScopeInput = {
  /** The ids of 1 to 10,000 captures; use `filter` for more. */
  captureIds?: Array<string | number> | null | undefined;
  /** All captures that wait in this drift group. */
  driftGroup?: DriftGroupScopeInput | null | undefined;
  /** All captures that match when the batch is started. */
  filter?: CaptureFilter | null | undefined;
  /** All captures with this open suspicion of silent drift. */
  silentDrift?: SilentDriftScopeInput | null | undefined;
};

/** The arguments of the mutation of this name. */
export type ReprocessStartInput = {
  /** What to do with each capture. */
  mode: ReprocessMode;
  /** True makes each result the current score at once; false, the default, waits for PUBLISH. RELEASE implies true. */
  publishAtOnce?: boolean | null | undefined;
  /** Why the batch is started, at most 2000 characters. */
  reason: string;
  /** The captures to process. */
  scope: ReprocessScopeInput;
  /** The label of the version for GIVEN; left out for other choices. */
  version?: string | null | undefined;
  /** How to choose the planogram version of each capture. */
  versionChoice: VersionChoice;
};

/** The arguments of the mutation of this name. */
export type RescoreOfferAcceptInput = {
  /** The global id of the object to change, or its bare UUID. */
  id: string | number;
};

/** What became of an offer to analyse captures again. */
export type RescoreOfferDecision =
  /** A person accepted the offer, and a batch was started. */
  | 'ACCEPTED'
  /** The system accepted the offer by its settings, and a batch was started. */
  | 'AUTOMATIC'
  /** A person dismissed the offer, and the captures stay as they are. */
  | 'DISMISSED';

/** The arguments of the mutation of this name. */
export type RescoreOfferDismissInput = {
  /** The global id of the object to change, or its bare UUID. */
  id: string | number;
};

/** Why a photo stays. When there are several causes, the first one that an expiry would find. */
export type RetentionHolding =
  /** An alert about a capture that shows the photo is open. */
  | 'ALERT_OPEN'
  /** The photo is the other one of a conflict whose alert is open. */
  | 'CONFLICT_OPEN'
  /** A person holds the photo. */
  | 'KEPT'
  /** A capture that shows the photo is not ARCHIVED. */
  | 'NOT_ARCHIVED'
  /** The days of the policy are not over for every capture that shows the photo, or the policy stores it for ever. */
  | 'POLICY'
  /** A request for a new photo is open for a capture that shows the photo. */
  | 'RECAPTURE_OPEN'
  /** The photo is a reference image of a product. */
  | 'REFERENCE_IMAGE'
  /** The photo was uploaded, and its payload has not arrived yet. */
  | 'UPLOAD_WAITING';

/** The arguments of the mutation of this name. */
export type RetentionPolicySetInput = {
  /** How many days after ARCHIVED these photos expire, 1 to 36,500; left out for never. */
  cleanPhotoDays?: number | null | undefined;
  /** How many days after ARCHIVED these photos expire, 1 to 36,500; left out for never. */
  faultyPhotoDays?: number | null | undefined;
  /** Why the policy is set, at most 2000 characters. */
  note: string;
  /** How many days pass between the announcement of an expiry and the expiry: 1 to 365. */
  noticeDays: number;
  /** How many days captures stay under review after scoring, before they are ARCHIVED: 1 to 36,500. */
  reviewDays: number;
};

/** What a retention run does. */
export type RetentionRunKind =
  /** Announces which photos the policy would remove. Nothing is removed. */
  | 'DRY_RUN'
  /** Removes photos that a dry run announced, after the days of notice. */
  | 'EXPIRY';

/** What a person may do. Everyone can read; each role adds its own acts. */
export type Role =
  /** Does everything, and creates stores and device keys. */
  | 'ADMIN'
  /** Reads results. Raw payloads are not included. */
  | 'ANALYST'
  /** Manages planograms, waivers and batches, and reviews captures. */
  | 'CATEGORY_MANAGER'
  /** Runs the system: quality rules, breakers, dead letters and retention; also reviews captures. */
  | 'OPERATOR';

/** A fault that a provider of the sandbox cloud can imitate. */
export type SandboxFault =
  /** Every call gets status 200 and half of a JSON document. */
  | 'BROKEN_ANSWERS'
  /** Every call gets status 503. */
  | 'DOWN'
  /** No call gets an answer. */
  | 'HANGING'
  /** Every call is throttled, with Retry-After. */
  | 'THROTTLING';

/** The arguments of the mutation of this name. */
export type SandboxFaultSetInput = {
  /** The fault to imitate; null or left out to end it. */
  fault?: SandboxFault | null | undefined;
  /** The provider that fails or recovers. */
  provider: SandboxProviderName;
};

/** A provider that the sandbox cloud imitates. */
export type SandboxProviderName =
  /** A model server with the KServe protocol. */
  | 'KSERVE'
  /** Amazon Rekognition. */
  | 'REKOGNITION'
  /** Google Vertex AI. */
  | 'VERTEX';

/** The process that computed a score. */
export type ScoreOrigin =
  /** A person, by overruling a verdict or by taking an overrule back. */
  | 'OVERRULE'
  /** The pipeline, when the capture went through it. */
  | 'PIPELINE'
  /** A batch, from new detections in the same photo. */
  | 'REINFER'
  /** A batch, from the detections that existed. */
  | 'RESCORE';

/** How the heuristic tier found a product. */
export type SightFoundBy =
  /** In the place where it is planned. */
  | 'place'
  /** By a search along the shelf, off the planned places. */
  | 'shelf';

/** The arguments of the mutation of this name. */
export type SilentDriftDismissInput = {
  /** The bay of the group. */
  bayId: string | number;
  /** The version that the shelf seems to follow. */
  betterVersionId: string | number;
  /** The version that the captures were scored against. */
  pinnedVersionId: string | number;
  /** Why the suspicion is wrong, at most 2000 characters. */
  reason: string;
};

/** Conditions of a list, which are joined by “and”. Conditions that are left out or null do not narrow the list. */
export type SilentDriftItemFilter = {
  /** Only captures of this bay. */
  bayId?: string | number | null | undefined;
  /** Only shelves that seem to follow this version. */
  betterVersionId?: string | number | null | undefined;
  /** Only this capture. */
  captureId?: string | number | null | undefined;
  /** True: only open suspicions. False: only settled ones. */
  open?: boolean | null | undefined;
  /** Only captures scored against this version. */
  pinnedVersionId?: string | number | null | undefined;
};

/** A group of `silentDriftGroups`. */
export type SilentDriftScopeInput = {
  /** The bay of the group. */
  bayId: string | number;
  /** The version that the shelf seems to follow. */
  betterVersionId: string | number;
  /** The version that the captures were scored against. */
  pinnedVersionId: string | number;
};

/** The arguments of the mutation of this name. */
export type StoreGroupSetInput = {
  /** The code of the group, at most 64 characters. */
  code: string;
  /** The name for people, at most 200 characters. */
  name: string;
  /** The codes of all stores of the group. Stores that are left out leave the group. */
  storeCodes: Array<string>;
};

/** The finding for a planned position, or for a product that is not planned. Four verdicts are not assessable and do not count in the score. */
export type Verdict =
  /** A product is in the bay where nothing is planned. EXTRA findings do not change the score. */
  | 'EXTRA'
  /** The planned product is in its place, with more facings than planned. */
  | 'FACINGS_OVER'
  /** The planned product is in its place, with fewer facings than planned. */
  | 'FACINGS_SHORT'
  /** Every facing that could be assessed holds the planned product. */
  | 'MATCH'
  /** The planned product is not in its place, but elsewhere in the bay. */
  | 'MISPLACED'
  /** The place is empty, and the planned product is nowhere in the bay. */
  | 'MISSING'
  /** The place was not analysed, something stands before it, or the photo does not fit the planogram. Not assessable. */
  | 'NOT_ASSESSED'
  /** About half of the place or more is outside the photo. Not assessable. */
  | 'NOT_VISIBLE'
  /** Something is in the place, but it was not identified. Not assessable. */
  | 'OCCUPIED'
  /** Something that is no product of the planogram’s catalogue is in the place. */
  | 'UNKNOWN_PRODUCT'
  /** A waiver excuses the store from this position. Not assessable. */
  | 'WAIVED'
  /** Another product of the catalogue is in the place, and the planned one is nowhere in the bay. */
  | 'WRONG_PRODUCT';

/** The arguments of the mutation of this name. */
export type VerdictOverruleInput = {
  /** The capture, which has to be SCORED. */
  captureId: string | number;
  /** The score that the person saw. When another one is current, the request is refused with SCORE_CHANGED. */
  expectedScoreId: string | number;
  /** The finding by its ordinal. EXTRA findings can be named in no other way. */
  ordinal?: number | null | undefined;
  /** The finding by its planned position. Give either this or `ordinal`. */
  positionId?: string | null | undefined;
  /** Why the finding is overruled, at most 2000 characters. */
  reason: string;
  /** The product that stands there; left out when there is none, or no product of the catalogue. */
  seenProductId?: string | number | null | undefined;
  /** The verdict instead of the finding. Null takes an earlier overrule back: the finding counts again. */
  verdict?: Verdict | null | undefined;
};

/** How the planogram version that a capture is scored against is chosen. */
export type VersionChoice =
  /** The version that the bay follows now. */
  | 'ACTIVE'
  /** The version that the bay followed when the photo was taken. */
  | 'EFFECTIVE_AT_CAPTURE'
  /** One version for all captures, named by its label. */
  | 'GIVEN'
  /** The version that the bay follows now, with positions mapped by a saved mapping from the version of the shelf. */
  | 'MAPPED'
  /** The version that the capture was scored against last. */
  | 'PINNED'
  /** The version that the device sent. */
  | 'TAGGED';

/** One position or, for ALIAS, one product of a mapping. */
export type VersionMappingEntryInput = {
  /** The position in the earlier version; null for NEW and ALIAS. */
  fromPositionId?: string | null | undefined;
  /** The old product of an ALIAS; ignored for other kinds. */
  fromProductId?: string | number | null | undefined;
  /** Until when the old product of an ALIAS counts as the new one; null for other kinds. */
  graceUntil?: string | null | undefined;
  /** The kind of change, which decides which other fields are required. */
  kind: MappingKind;
  /** The position in the later version; null for DELISTED and ALIAS. */
  toPositionId?: string | null | undefined;
  /** The new product of an ALIAS; ignored for other kinds. */
  toProductId?: string | number | null | undefined;
};

/** The arguments of the mutation of this name. */
export type VersionMappingProposeInput = {
  /** The earlier version. */
  fromVersionId: string | number;
  /** The later version. */
  toVersionId: string | number;
};

/** The arguments of the mutation of this name. */
export type VersionMappingSaveInput = {
  /** The whole mapping. Each position may occur once; an empty list removes the mapping. */
  entries: Array<VersionMappingEntryInput>;
  /** The version that the mapping leads from. */
  fromVersionId: string | number;
  /** The version that the mapping leads to, another one than `fromVersionId`. */
  toVersionId: string | number;
};

/** The kind of caller. */
export type ViewerKind =
  /** The request has a valid device key. */
  | 'DEVICE'
  /** The request has neither a session nor a device key. */
  | 'NOBODY'
  /** The request has the session of a person who is signed in. */
  | 'PERSON';

/** The arguments of the mutation of this name. */
export type WaiverCreateInput = {
  /** The bay that cannot follow the position. */
  bayId: string | number;
  /** When the waiver ends: in the future, within two years. */
  expiresAt: string;
  /** The label of the version that has the position; left out for the one that the bay follows. */
  planogramVersion?: string | null | undefined;
  /** The position’s name in the planogram version. */
  positionId: string;
  /** Why the store is excused, at most 2000 characters. */
  reason: string;
};

/** The arguments of the mutation of this name. */
export type WaiverRevokeInput = {
  /** The global id of the object to change, or its bare UUID. */
  id: string | number;
};

export type AcknowledgeAlertMutationVariables = Exact<{
  input: AlertActInput;
}>;


export type AcknowledgeAlertMutation = { alertAcknowledge: { alert: { id: string } | null, userErrors: Array<{ code: string, message: string }> } };

export type CloseAlertMutationVariables = Exact<{
  input: AlertActInput;
}>;


export type CloseAlertMutation = { alertClose: { alert: { id: string } | null, userErrors: Array<{ code: string, message: string }> } };

export type CountOpenAlertsQueryVariables = Exact<{ [key: string]: never; }>;


export type CountOpenAlertsQuery = { alerts: { totalCount: number } };

export type ListAlertsQueryVariables = Exact<{
  filter?: AlertFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type ListAlertsQuery = { alerts: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, rule: AlertRule, params: unknown, occurrences: number, createdAt: string, lastSeenAt: string, acknowledgedAt: string | null, acknowledgedBy: string | null, closedAt: string | null, closedBy: string | null, store: { code: string, name: string, timeZone: string } | null, capture: { id: string, takenAt: string, bay: { aisle: string }, photo: { thumbnailUrl: string } | null } | null, captures: Array<{ id: string, traceId: string | null, takenAt: string, store: { code: string, timeZone: string }, bay: { aisle: string }, currentScore: { score: number | null } | null, photo: { thumbnailUrl: string } | null }> } }> } };

export type ActOnBatchMutationVariables = Exact<{
  input: ReprocessActInput;
}>;


export type ActOnBatchMutation = { reprocessAct: { batch: { id: string, state: ReprocessBatchState } | null, userErrors: Array<{ message: string }> } };

export type ListBatchItemsQueryVariables = Exact<{
  id: string | number;
  states?: Array<ReprocessItemState> | ReprocessItemState | null | undefined;
  failure?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type ListBatchItemsQuery = { reprocessBatch: { items: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { state: ReprocessItemState, attempts: number, failure: string | null, message: string | null, capture: { id: string, takenAt: string, store: { code: string, timeZone: string }, bay: { aisle: string }, photo: { thumbnailUrl: string } | null }, scoreBefore: { score: number | null, coverage: number, unscoredReason: string | null, planogramVersion: { label: string } } | null, scoreAfter: { score: number | null, coverage: number, unscoredReason: string | null, planogramVersion: { label: string } } | null } }> } } | null };

export type ListBatchesQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type ListBatchesQuery = { open: { totalCount: number, edges: Array<{ node: { id: string, state: ReprocessBatchState, mode: ReprocessMode, versionChoice: VersionChoice, scope: unknown, publishesAtOnce: boolean, reason: string, createdBy: string, createdAt: string, startedAt: string | null, endedAt: string | null, total: number, ended: number, remainingSeconds: number | null, version: { label: string } | null, bay: { id: string, aisle: string, store: { code: string, name: string, timeZone: string } } | null, progress: { ratePerSecond: number | null, counts: Array<{ state: ReprocessItemState, count: number }> } } }> }, all: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, state: ReprocessBatchState, mode: ReprocessMode, versionChoice: VersionChoice, scope: unknown, publishesAtOnce: boolean, reason: string, createdBy: string, createdAt: string, startedAt: string | null, endedAt: string | null, total: number, ended: number, remainingSeconds: number | null, version: { label: string } | null, bay: { id: string, aisle: string, store: { code: string, name: string, timeZone: string } } | null, progress: { ratePerSecond: number | null, counts: Array<{ state: ReprocessItemState, count: number }> } } }> } };

export type ReadBatchQueryVariables = Exact<{
  id: string | number;
}>;


export type ReadBatchQuery = { reprocessBatch: { publishedAt: string | null, rolledBackAt: string | null, acts: Array<ReprocessAct>, id: string, state: ReprocessBatchState, mode: ReprocessMode, versionChoice: VersionChoice, scope: unknown, publishesAtOnce: boolean, reason: string, createdBy: string, createdAt: string, startedAt: string | null, endedAt: string | null, total: number, ended: number, remainingSeconds: number | null, failures: Array<{ state: ReprocessItemState, code: string, message: string, count: number }>, impact: { compared: number, improved: number, worsened: number, same: number, meanBefore: number | null, meanAfter: number | null, histogramBefore: Array<number>, histogramAfter: Array<number> }, version: { label: string } | null, bay: { id: string, aisle: string, store: { code: string, name: string, timeZone: string } } | null, progress: { ratePerSecond: number | null, counts: Array<{ state: ReprocessItemState, count: number }> } } | null };

export type ListCapturesQueryVariables = Exact<{
  filter?: CaptureFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type ListCapturesQuery = { captures: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, state: CaptureState, receivedAt: string, taggedVersion: string, takenAt: string, store: { code: string, name: string, timeZone: string }, bay: { aisle: string }, planogramVersion: { label: string } | null, photo: { thumbnailUrl: string, widthPx: number, heightPx: number } | null, quality: { shortSidePx: number | null, sharpness: number | null, meanGrey: number | null, darkShare: number | null, glareShare: number | null, flaws: Array<QualityFlaw>, rule: { minShortSidePx: number, minSharpness: number, maxAspect: number } | null } | null, deadLetter: { reason: DeadLetterReason, params: unknown } | null, currentScore: { score: number | null, coverage: number, tier: number, unscoredReason: string | null, verdictCounts: Array<{ verdict: Verdict, count: number }> } | null } }> } };

export type ReadIntakeObstacleQueryVariables = Exact<{ [key: string]: never; }>;


export type ReadIntakeObstacleQuery = { intakeObstacle: { code: IntakeObstacleCode, message: string } | null };

export type ReadSetupQueryVariables = Exact<{ [key: string]: never; }>;


export type ReadSetupQuery = { stores: Array<{ code: string }>, planograms: { totalCount: number } };

export type ListConflictsQueryVariables = Exact<{
  filter?: CaptureConflictFilter | null | undefined;
  after?: string | null | undefined;
  withPayload: boolean;
}>;


export type ListConflictsQuery = { captureConflicts: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, claim: string, sha256: string | null, createdAt: string, payload?: unknown, device: { name: string, model: string | null } | null, photo: { url: string, thumbnailUrl: string, widthPx: number, heightPx: number } | null, capture: { id: string, state: CaptureState, takenAt: string, receivedAt: string, payload?: unknown, store: { code: string, name: string, timeZone: string }, bay: { aisle: string }, photo: { url: string, thumbnailUrl: string, widthPx: number, heightPx: number } | null, currentScore: { score: number | null, coverage: number } | null } } }> } };

export type ReadConflictsOfCaptureQueryVariables = Exact<{
  id: string | number;
  withPayload: boolean;
}>;


export type ReadConflictsOfCaptureQuery = { capture: { id: string, state: CaptureState, takenAt: string, receivedAt: string, payload?: unknown, store: { code: string, name: string, timeZone: string }, bay: { aisle: string }, photo: { url: string, thumbnailUrl: string, widthPx: number, heightPx: number } | null, currentScore: { score: number | null, coverage: number } | null, conflicts: Array<{ id: string, claim: string, sha256: string | null, createdAt: string, payload?: unknown, device: { name: string, model: string | null } | null, photo: { url: string, thumbnailUrl: string, widthPx: number, heightPx: number } | null }> } | null };

export type CountDeadLetterReasonsQueryVariables = Exact<{ [key: string]: never; }>;


export type CountDeadLetterReasonsQuery = { deadLetterReasons: Array<{ reason: DeadLetterReason, stage: DeadLetterStage, count: number, newest: string }> };

export type ListDeadLettersQueryVariables = Exact<{
  filter?: DeadLetterFilter | null | undefined;
  after?: string | null | undefined;
  withPayload: boolean;
}>;


export type ListDeadLettersQuery = { deadLetters: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, stage: DeadLetterStage, reason: DeadLetterReason, params: unknown, rawPayload?: string, firmware: string | null, cameraModel: string | null, createdAt: string, problems: Array<{ path: string, code: string, message: string }>, store: { code: string, name: string, timeZone: string } | null, capture: { id: string } | null } }> } };

export type ListDevicesQueryVariables = Exact<{
  filter?: DeviceFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type ListDevicesQuery = { devices: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, mac: string | null, clockErrorMs: number | null, clockErrorSource: ClockErrorSource | null, clockReviewedAt: string | null, keys: Array<{ id: string, name: string }>, store: { code: string, name: string, timeZone: string }, newestCapture: { id: string, firmware: string | null, cameraModel: string | null, receivedAt: string, timeSource: CaptureTimeSource } | null } }> } };

export type LinkedCaptureFragment = { id: string, takenAt: string, store: { timeZone: string }, photo: { thumbnailUrl: string } | null };

export type ReadComparedCaptureQueryVariables = Exact<{
  id: string | number;
}>;


export type ReadComparedCaptureQuery = { capture: { id: string, takenAt: string, store: { timeZone: string }, photo: { widthPx: number, heightPx: number, url: string } | null, currentScore: { planogramVersion: { label: string }, verdicts: Array<{ positionId: string | null, box: Array<number> | null }> } | null } | null };

export type CompareVersionsQueryVariables = Exact<{
  from: string | number;
  to: string | number;
}>;


export type CompareVersionsQuery = { planogramVersionDiff: { summary: string, entries: Array<{ kind: MappingKind, words: string, facings: { from: { horizontal: number } } | null, size: { from: { widthMm: number } } | null, from: { positionId: string } | null, to: { positionId: string } | null }> } | null };

export type ListDriftBatchesQueryVariables = Exact<{ [key: string]: never; }>;


export type ListDriftBatchesQuery = { open: { edges: Array<{ node: { id: string, state: ReprocessBatchState, mode: ReprocessMode, versionChoice: VersionChoice, scope: unknown, publishesAtOnce: boolean, reason: string, createdBy: string, createdAt: string, startedAt: string | null, endedAt: string | null, total: number, ended: number, remainingSeconds: number | null, version: { label: string } | null, bay: { id: string, aisle: string, store: { code: string, name: string, timeZone: string } } | null, progress: { ratePerSecond: number | null, counts: Array<{ state: ReprocessItemState, count: number }> } } }> }, latest: { edges: Array<{ node: { id: string, state: ReprocessBatchState, mode: ReprocessMode, versionChoice: VersionChoice, scope: unknown, publishesAtOnce: boolean, reason: string, createdBy: string, createdAt: string, startedAt: string | null, endedAt: string | null, total: number, ended: number, remainingSeconds: number | null, version: { label: string } | null, bay: { id: string, aisle: string, store: { code: string, name: string, timeZone: string } } | null, progress: { ratePerSecond: number | null, counts: Array<{ state: ReprocessItemState, count: number }> } } }> } };

export type DismissSilentDriftMutationVariables = Exact<{
  input: SilentDriftDismissInput;
}>;


export type DismissSilentDriftMutation = { silentDriftDismiss: { dismissed: number, userErrors: Array<{ message: string }> } };

export type ListSilentDriftGroupsQueryVariables = Exact<{ [key: string]: never; }>;


export type ListSilentDriftGroupsQuery = { silentDriftGroups: Array<{ key: string, count: number, oldest: string, newest: string, meanPinnedScore: number, meanBetterScore: number, bay: { id: string, aisle: string, store: { code: string, name: string, timeZone: string } }, pinned: { id: string, label: string }, better: { id: string, label: string }, latestCapture: { id: string } }> };

export type ListSilentDriftItemsQueryVariables = Exact<{
  filter: SilentDriftItemFilter;
  after?: string | null | undefined;
}>;


export type ListSilentDriftItemsQuery = { silentDriftItems: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, pinnedScore: number, betterScore: number, discriminatingFacings: number, reason: string, score: { tier: number }, capture: { id: string, takenAt: string, store: { timeZone: string }, photo: { thumbnailUrl: string } | null } } }> } };

export type ListDriftGroupsQueryVariables = Exact<{ [key: string]: never; }>;


export type ListDriftGroupsQuery = { driftGroups: Array<{ key: string, reason: DriftReason, taggedVersion: string, count: number, oldest: string, newest: string, modes: Array<DriftReleaseMode>, bay: { id: string, aisle: string, store: { code: string, name: string, timeZone: string } }, tagged: { id: string, label: string, effectiveFrom: string | null, effectiveTo: string | null, planogram: { name: string } } | null, active: { id: string, label: string, effectiveFrom: string | null, effectiveTo: string | null, planogram: { name: string } } | null }> };

export type ListDriftItemsQueryVariables = Exact<{
  bayId: string | number;
  taggedVersion: string;
  after?: string | null | undefined;
}>;


export type ListDriftItemsQuery = { driftItems: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, createdAt: string, capture: { id: string, takenAt: string, store: { timeZone: string }, photo: { thumbnailUrl: string } | null } } }> } };

export type RunBreakerAuditMutationVariables = Exact<{
  name: string;
}>;


export type RunBreakerAuditMutation = { breakerAuditRun: { audit: { open: boolean, noProposal: BreakerNoProposal | null } | null, userErrors: Array<{ message: string }> } };

export type DecideBreakerAuditMutationVariables = Exact<{
  input: BreakerAuditDecideInput;
}>;


export type DecideBreakerAuditMutation = { breakerAuditDecide: { audit: { id: string } | null, userErrors: Array<{ message: string }> } };

export type ListBreakerAuditsQueryVariables = Exact<{
  past: number;
}>;


export type ListBreakerAuditsQuery = { open: { edges: Array<{ node: { id: string, name: string, from: string, to: string, capturesPerSecond: number, lateCaptures: number, successMsP999: number | null, callTimeoutMs: number, noProposal: BreakerNoProposal | null, open: boolean, decision: BreakerAuditDecision | null, decidedBy: string | null, decidedAt: string | null, decisionNote: string | null, createdBy: string, createdAt: string, episodes: { ended: number, ongoing: number, byPerson: number, outageSecondsP50: number | null, outageSecondsP90: number | null, probesPerEpisode: number | null, lateSecondsPerEpisode: number | null, falseOpens: number, relapses: number, failuresBeforeOpen: number | null }, lastWeek: { ended: number, ongoing: number, byPerson: number, outageSecondsP50: number | null, outageSecondsP90: number | null, probesPerEpisode: number | null, lateSecondsPerEpisode: number | null, falseOpens: number, relapses: number, failuresBeforeOpen: number | null }, present: { cost: number, probes: number, lateSeconds: number, waits: { baseSeconds: number, factor: number, capSeconds: number } }, proposed: { cost: number, probes: number, lateSeconds: number, waits: { baseSeconds: number, factor: number, capSeconds: number } } | null, candidates: Array<{ cost: number, probes: number, lateSeconds: number, waits: { baseSeconds: number, factor: number, capSeconds: number } }> } }> }, past: { totalCount: number, edges: Array<{ node: { id: string, name: string, from: string, to: string, capturesPerSecond: number, lateCaptures: number, successMsP999: number | null, callTimeoutMs: number, noProposal: BreakerNoProposal | null, open: boolean, decision: BreakerAuditDecision | null, decidedBy: string | null, decidedAt: string | null, decisionNote: string | null, createdBy: string, createdAt: string, episodes: { ended: number, ongoing: number, byPerson: number, outageSecondsP50: number | null, outageSecondsP90: number | null, probesPerEpisode: number | null, lateSecondsPerEpisode: number | null, falseOpens: number, relapses: number, failuresBeforeOpen: number | null }, lastWeek: { ended: number, ongoing: number, byPerson: number, outageSecondsP50: number | null, outageSecondsP90: number | null, probesPerEpisode: number | null, lateSecondsPerEpisode: number | null, falseOpens: number, relapses: number, failuresBeforeOpen: number | null }, present: { cost: number, probes: number, lateSeconds: number, waits: { baseSeconds: number, factor: number, capSeconds: number } }, proposed: { cost: number, probes: number, lateSeconds: number, waits: { baseSeconds: number, factor: number, capSeconds: number } } | null, candidates: Array<{ cost: number, probes: number, lateSeconds: number, waits: { baseSeconds: number, factor: number, capSeconds: number } }> } }> } };

export type AuditPartsFragment = { id: string, name: string, from: string, to: string, capturesPerSecond: number, lateCaptures: number, successMsP999: number | null, callTimeoutMs: number, noProposal: BreakerNoProposal | null, open: boolean, decision: BreakerAuditDecision | null, decidedBy: string | null, decidedAt: string | null, decisionNote: string | null, createdBy: string, createdAt: string, episodes: { ended: number, ongoing: number, byPerson: number, outageSecondsP50: number | null, outageSecondsP90: number | null, probesPerEpisode: number | null, lateSecondsPerEpisode: number | null, falseOpens: number, relapses: number, failuresBeforeOpen: number | null }, lastWeek: { ended: number, ongoing: number, byPerson: number, outageSecondsP50: number | null, outageSecondsP90: number | null, probesPerEpisode: number | null, lateSecondsPerEpisode: number | null, falseOpens: number, relapses: number, failuresBeforeOpen: number | null }, present: { cost: number, probes: number, lateSeconds: number, waits: { baseSeconds: number, factor: number, capSeconds: number } }, proposed: { cost: number, probes: number, lateSeconds: number, waits: { baseSeconds: number, factor: number, capSeconds: number } } | null, candidates: Array<{ cost: number, probes: number, lateSeconds: number, waits: { baseSeconds: number, factor: number, capSeconds: number } }> };

export type EpisodePartsFragment = { ended: number, ongoing: number, byPerson: number, outageSecondsP50: number | null, outageSecondsP90: number | null, probesPerEpisode: number | null, lateSecondsPerEpisode: number | null, falseOpens: number, relapses: number, failuresBeforeOpen: number | null };

export type CandidatePartsFragment = { cost: number, probes: number, lateSeconds: number, waits: { baseSeconds: number, factor: number, capSeconds: number } };

export type IsolateBreakerMutationVariables = Exact<{
  input: BreakerActInput;
}>;


export type IsolateBreakerMutation = { breakerIsolate: { breaker: { name: string } | null, userErrors: Array<{ message: string }> } };

export type RestoreBreakerMutationVariables = Exact<{
  input: BreakerActInput;
}>;


export type RestoreBreakerMutation = { breakerRestore: { breaker: { name: string } | null, userErrors: Array<{ message: string }> } };

export type ListTransitionsQueryVariables = Exact<{
  name: string;
  after?: string | null | undefined;
}>;


export type ListTransitionsQuery = { breaker: { transitions: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, generation: number, fromState: BreakerState, toState: BreakerState, reason: string, facts: unknown, actor: string, at: string } }> } } | null };

export type ReadBreakerMinutesQueryVariables = Exact<{
  name: string;
  from: string;
  to: string;
}>;


export type ReadBreakerMinutesQuery = { breakerMinutes: Array<{ minute: string, ok: number, permanentInput: number, transient: number, throttled: number, configuration: number, notReady: number, poorAnswer: number, aborted: number, deadline: number, refused: number, latencyMsP50: number | null, latencyMsP99: number | null }> };

export type ReadFallbackQueryVariables = Exact<{
  from: string;
  to: string;
  bucketMinutes: number;
}>;


export type ReadFallbackQuery = { fallbackSeries: { alertRate: number, points: Array<{ from: string, tier1: number, tier2: number, tier3: number, fallbackRate: number | null }> } };

export type AcceptRescoreOfferMutationVariables = Exact<{
  input: RescoreOfferAcceptInput;
}>;


export type AcceptRescoreOfferMutation = { rescoreOfferAccept: { offer: { id: string, batch: { id: string } | null } | null, userErrors: Array<{ message: string }> } };

export type DismissRescoreOfferMutationVariables = Exact<{
  input: RescoreOfferDismissInput;
}>;


export type DismissRescoreOfferMutation = { rescoreOfferDismiss: { offer: { id: string } | null, userErrors: Array<{ message: string }> } };

export type ListRescoreOffersQueryVariables = Exact<{ [key: string]: never; }>;


export type ListRescoreOffersQuery = { open: { totalCount: number, edges: Array<{ node: { id: string, breaker: string, outageFrom: string, outageTo: string, captures: number, decision: RescoreOfferDecision | null, decidedBy: string | null, decidedAt: string | null, batch: { id: string } | null } }> }, past: { edges: Array<{ node: { id: string, breaker: string, outageFrom: string, outageTo: string, captures: number, decision: RescoreOfferDecision | null, decidedBy: string | null, decidedAt: string | null, batch: { id: string } | null } }> } };

export type OfferPartsFragment = { id: string, breaker: string, outageFrom: string, outageTo: string, captures: number, decision: RescoreOfferDecision | null, decidedBy: string | null, decidedAt: string | null, batch: { id: string } | null };

export type ReadInferenceQueryVariables = Exact<{ [key: string]: never; }>;


export type ReadInferenceQuery = { inferenceTiers: Array<{ tier: number, provider: string, attempts: number, calls: number, shareAnswered: number | null, latencyMsP50: number | null, latencyMsP95: number | null, latencyMsP99: number | null, modelIds: Array<string>, lastAnswerAt: string | null, outcomes: Array<{ outcome: AttemptOutcome, count: number }> }>, breakers: Array<{ name: string, state: BreakerState, since: string | null, openedAt: string | null, retryAt: string | null, reason: string | null, reopenCount: number, ratePerSecond: number | null, probeOwner: string | null, probeSuccesses: number, policy: { builtIn: boolean, failuresToOpen: number, failureRateToOpen: number, windowSeconds: number, baseSeconds: number, factor: number, capSeconds: number, probeSuccessesToClose: number, callTimeoutMs: number, note: string | null, createdBy: string | null, createdAt: string | null } }> };

export type ReadSandboxQueryVariables = Exact<{ [key: string]: never; }>;


export type ReadSandboxQuery = { sandbox: { url: string, problem: string | null, providers: Array<{ provider: SandboxProviderName, calls: number, fault: string | null, setFault: SandboxFault | null, isOn: boolean }> } | null };

export type SetSandboxFaultMutationVariables = Exact<{
  input: SandboxFaultSetInput;
}>;


export type SetSandboxFaultMutation = { sandboxFaultSet: { sandbox: { url: string, problem: string | null, providers: Array<{ provider: SandboxProviderName, calls: number, fault: string | null, setFault: SandboxFault | null, isOn: boolean }> } | null, userErrors: Array<{ message: string }> } };

export type ImportMasterDataMutationVariables = Exact<{
  input: MasterDataFileInput;
}>;


export type ImportMasterDataMutation = { masterDataImport: { userErrors: Array<{ code: string, message: string }>, import: { id: string, kind: MasterDataKind, rows: number, created: number, changed: number, unchanged: number, failed: number } | null } };

export type ListMasterDataImportsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type ListMasterDataImportsQuery = { masterDataImports: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, kind: MasterDataKind, source: MasterDataSource, fileName: string | null, rows: number, created: number, changed: number, unchanged: number, failed: number, createdBy: string, createdAt: string, endedAt: string | null } }> } };

export type PreviewMasterDataMutationVariables = Exact<{
  input: MasterDataFileInput;
}>;


export type PreviewMasterDataMutation = { masterDataImportPreview: { userErrors: Array<{ code: string, message: string }>, report: { rows: number, created: number, changed: number, unchanged: number, failed: number, unusedColumns: Array<string>, errors: Array<{ line: number, column: string, message: string }>, differences: Array<{ line: number, outcome: MasterDataOutcome, key: string, changes: Array<{ column: string, from: string | null, to: string }> }> } | null } };

export type ReadMasterDataErrorsQueryVariables = Exact<{
  id: string | number;
}>;


export type ReadMasterDataErrorsQuery = { node:
    | { id: string, kind: MasterDataKind, errors: Array<{ line: number, code: MasterDataErrorCode, column: string, value: string, message: string }> }
    | Record<PropertyKey, never>
   | null };

export type ReadPipelineQueryVariables = Exact<{ [key: string]: never; }>;


export type ReadPipelineQuery = { pipeline: { scoredLastHour: number, driftOpen: number, deadLettersOpen: number, medianScore: number | null, states: Array<{ state: CaptureState, count: number }> } };

export type ActivateVersionMutationVariables = Exact<{
  input: PlanogramVersionActivateInput;
}>;


export type ActivateVersionMutation = { planogramVersionActivate: { bay: { id: string } | null, activation: { id: string, state: ActivationState, dueAt: string, capturesReleased: number, outcome: { bays: number, activated: number, unchanged: number, overtaken: number } | null } | null, userErrors: Array<{ code: string, message: string, field: Array<string> | null }> } };

export type CancelPlannedActivationMutationVariables = Exact<{
  id: string | number;
}>;


export type CancelPlannedActivationMutation = { plannedActivationCancel: { activation: { id: string } | null, userErrors: Array<{ message: string }> } };

export type ListAislesOfPlanogramQueryVariables = Exact<{
  label: string;
}>;


export type ListAislesOfPlanogramQuery = { planogramVersion: { planogram: { versions: Array<{ activeBays: Array<{ aisle: string }> }> } } | null };

export type ListPlannedActivationsQueryVariables = Exact<{
  filter?: PlannedActivationFilter | null | undefined;
}>;


export type ListPlannedActivationsQuery = { plannedActivations: { totalCount: number, edges: Array<{ node: { id: string, state: ActivationState, aisle: string, dueAt: string, createdAt: string, createdBy: string, endedAt: string | null, endedBy: string | null, capturesReleased: number, version: { id: string, label: string }, stores: Array<{ id: string, code: string, name: string }>, groups: Array<{ code: string, name: string, stores: Array<{ id: string }> }>, outcome: { bays: number, activated: number, unchanged: number, overtaken: number } | null } }> } };

export type PreviewActivationQueryVariables = Exact<{
  input: PlanogramVersionActivateInput;
}>;


export type PreviewActivationQuery = { planogramActivationPreview: { userErrors: Array<{ code: string, message: string, field: Array<string> | null }>, consequences: { aisle: string, at: string, baysTotal: number, baysUnchanged: number, baysReplaced: number, baysFirst: number, baysNew: number, capturesReleased: number, capturesInFlight: number, capturesToDrift: number, recentCapturesOnReplaced: number, recentDevicesOnReplaced: number, silentDriftsEnded: number, warnings: Array<{ code: ActivationWarningCode, message: string }>, bays: Array<{ expired: boolean, store: { id: string, code: string, name: string }, bay: { id: string } | null, activeVersion: { id: string, label: string } | null }> } | null } };

export type ReadVersionDiffQueryVariables = Exact<{
  from: string | number;
  to: string | number;
}>;


export type ReadVersionDiffQuery = { planogramVersionDiff: { summary: string, facingsChanged: number, sizesChanged: number, counts: Array<{ kind: MappingKind, count: number }>, entries: Array<{ kind: MappingKind, words: string, from: { positionId: string, shelfNumber: number, sequence: number, product: { id: string, name: string } } | null, to: { positionId: string, shelfNumber: number, sequence: number, product: { id: string, name: string } } | null, facings: { from: { horizontal: number, vertical: number }, to: { horizontal: number, vertical: number } } | null, size: { from: { widthMm: number, heightMm: number }, to: { widthMm: number, heightMm: number } } | null }> } | null };

export type ExportVersionQueryVariables = Exact<{
  label: string;
  format: PlanogramExportFileFormat;
}>;


export type ExportVersionQuery = { planogramVersion: { exportFile: { name: string, mediaType: string, contentBase64: string } } | null };

export type ImportPlanogramMutationVariables = Exact<{
  input: PlanogramImportInput;
}>;


export type ImportPlanogramMutation = { planogramImport: { format: PlanogramFormat | null, notes: Array<string>, problems: Array<{ path: string, code: string, message: string }>, userErrors: Array<{ code: string, message: string, field: Array<string> | null }>, version: { id: string, label: string, facts: { positions: number, facings: number }, planogram: { name: string } } | null } };

export type ListedVersionFragment = { id: string, label: string, effectiveFrom: string | null, effectiveTo: string | null, createdAt: string, createdBy: string | null, sourceFormat: PlanogramFormat, facts: { positions: number, facings: number, activeBays: number, expired: boolean } };

export type ListPlanogramsQueryVariables = Exact<{
  search?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type ListPlanogramsQuery = { planograms: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, code: string, name: string, versionCount: number, versions: Array<{ id: string, label: string, effectiveFrom: string | null, effectiveTo: string | null, createdAt: string, createdBy: string | null, sourceFormat: PlanogramFormat, facts: { positions: number, facings: number, activeBays: number, expired: boolean } }> } }> } };

export type ListSiblingVersionsQueryVariables = Exact<{
  label: string;
}>;


export type ListSiblingVersionsQuery = { planogramVersion: { planogram: { id: string, code: string, name: string, versionCount: number, versions: Array<{ id: string, label: string, effectiveFrom: string | null, effectiveTo: string | null, createdAt: string, createdBy: string | null, sourceFormat: PlanogramFormat, facts: { positions: number, facings: number, activeBays: number, expired: boolean } }> } } | null };

export type ProposeVersionMappingMutationVariables = Exact<{
  input: VersionMappingProposeInput;
}>;


export type ProposeVersionMappingMutation = { versionMappingPropose: { userErrors: Array<{ message: string }>, entries: Array<{ kind: MappingKind, fromPositionId: string | null, toPositionId: string | null, graceUntil: string | null, fromProduct: { id: string, name: string } | null, toProduct: { id: string, name: string } | null }> } };

export type ReadVersionMappingQueryVariables = Exact<{
  from: string | number;
  to: string | number;
}>;


export type ReadVersionMappingQuery = { versionMapping: Array<{ kind: MappingKind, fromPositionId: string | null, toPositionId: string | null, graceUntil: string | null, savedBy: string | null, savedAt: string | null, fromProduct: { id: string, name: string } | null, toProduct: { id: string, name: string } | null }> };

export type SaveVersionMappingMutationVariables = Exact<{
  input: VersionMappingSaveInput;
}>;


export type SaveVersionMappingMutation = { versionMappingSave: { saved: number, revoked: number, userErrors: Array<{ code: string, message: string, field: Array<string> | null }> } };

export type ReadAssignmentsQueryVariables = Exact<{
  label: string;
}>;


export type ReadAssignmentsQuery = { planogramVersion: { assignments: Array<{ activatedAt: string, deactivatedAt: string | null, activatedBy: string | null, activation: { id: string } | null, bay: { id: string, aisle: string, store: { code: string, name: string, timeZone: string } } }> } | null };

export type ReadPlannedVersionQueryVariables = Exact<{
  label: string;
}>;


export type ReadPlannedVersionQuery = { planogramVersion: { effectiveFrom: string | null, effectiveTo: string | null, createdAt: string, createdBy: string | null, sourceFormat: PlanogramFormat, id: string, label: string, widthMm: number, heightMm: number, planogram: { id: string, code: string, name: string }, facts: { positions: number, facings: number, products: number, activeBays: number, assignments: number, expired: boolean }, positions: Array<{ facingsDepth: number, positionId: string, shelfNumber: number, sequence: number, xMm: number, yMm: number, widthMm: number, heightMm: number, facingsHorizontal: number, facingsVertical: number, product: { gtin: string | null, category: string | null, id: string, name: string, sku: string, brand: string | null } }>, shelves: Array<{ shelfId: string, number: number, xMm: number, yMm: number, widthMm: number, heightMm: number }> } | null };

export type DrawnVersionFragment = { id: string, label: string, widthMm: number, heightMm: number, shelves: Array<{ shelfId: string, number: number, xMm: number, yMm: number, widthMm: number, heightMm: number }>, positions: Array<{ positionId: string, shelfNumber: number, sequence: number, xMm: number, yMm: number, widthMm: number, heightMm: number, facingsHorizontal: number, facingsVertical: number, product: { id: string, name: string, sku: string, brand: string | null } }> };

export type ListStoreGroupsQueryVariables = Exact<{ [key: string]: never; }>;


export type ListStoreGroupsQuery = { storeGroups: Array<{ code: string, name: string, createdAt: string, stores: Array<{ id: string, code: string, name: string }> }> };

export type SetStoreGroupMutationVariables = Exact<{
  input: StoreGroupSetInput;
}>;


export type SetStoreGroupMutation = { storeGroupSet: { group: { code: string } | null, userErrors: Array<{ message: string }> } };

export type ListQualityRulesQueryVariables = Exact<{ [key: string]: never; }>;


export type ListQualityRulesQuery = { qualityRules: Array<{ id: string, builtIn: boolean, deviceModel: string | null, minShortSidePx: number, minSharpness: number, maxAspect: number, maxRetries: number, finalPolicy: FinalQualityPolicy, note: string, createdBy: string | null, createdAt: string | null, store: { code: string, name: string, timeZone: string } | null }> };

export type SetQualityRuleMutationVariables = Exact<{
  input: QualityRuleSetInput;
}>;


export type SetQualityRuleMutation = { qualityRuleSet: { rule: { id: string } | null, userErrors: Array<{ code: string, message: string, field: Array<string> | null }> } };

export type ListRecaptureRequestsQueryVariables = Exact<{
  filter?: RecaptureRequestFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type ListRecaptureRequestsQuery = { recaptureRequests: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, reasons: Array<RecaptureReason>, createdAt: string, closedAt: string | null, ending: RecaptureEnding | null, aisle: string, takenAt: string, planogramVersion: string, store: { code: string, name: string, timeZone: string }, bay: { activeVersion: { label: string, planogram: { name: string } } | null }, capture: { id: string, state: CaptureState, nextTryAt: string | null, photo: { thumbnailUrl: string, widthPx: number, heightPx: number } | null, quality: { shortSidePx: number | null, sharpness: number | null, meanGrey: number | null, darkShare: number | null, glareShare: number | null, rule: { minShortSidePx: number, minSharpness: number, maxAspect: number } | null } | null }, fulfilledBy: { id: string, takenAt: string, photo: { thumbnailUrl: string } | null } | null } }> } };

export type RequestRecaptureMutationVariables = Exact<{
  input: RecaptureRequestInput;
}>;


export type RequestRecaptureMutation = { recaptureRequest: { recaptureRequest: { id: string } | null, userErrors: Array<{ code: string, message: string }> } };

export type WithdrawRecaptureMutationVariables = Exact<{
  input: RecaptureWithdrawInput;
}>;


export type WithdrawRecaptureMutation = { recaptureWithdraw: { recaptureRequest: { id: string, ending: RecaptureEnding | null } | null, userErrors: Array<{ code: string, message: string }> } };

export type SetRetentionPolicyMutationVariables = Exact<{
  input: RetentionPolicySetInput;
}>;


export type SetRetentionPolicyMutation = { retentionPolicySet: { policy: { createdAt: string | null } | null, userErrors: Array<{ message: string }> } };

export type RunRetentionDryRunMutationVariables = Exact<{ [key: string]: never; }>;


export type RunRetentionDryRunMutation = { retentionDryRun: { run: { id: string, photos: number, byteLength: number } | null, userErrors: Array<{ message: string }> } };

export type RequestIntegrityCheckMutationVariables = Exact<{ [key: string]: never; }>;


export type RequestIntegrityCheckMutation = { integrityCheck: { report: { id: string } } };

export type ListAnnouncedPhotosQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;


export type ListAnnouncedPhotosQuery = { retentionRun: { announced: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { sha256: string, byteLength: number, captureCount: number, dueAt: string | null, heldBecause: RetentionHolding | null, keptBecause: RetentionHolding | null, expiredAt: string | null, captures: Array<{ id: string, state: CaptureState, takenAt: string, store: { code: string, timeZone: string }, bay: { aisle: string }, photo: { thumbnailUrl: string } | null, currentScore: { score: number | null, unscoredReason: string | null } | null }> } }> } } | null };

export type CountHeldPhotosQueryVariables = Exact<{ [key: string]: never; }>;


export type CountHeldPhotosQuery = { retentionHeld: { asOf: string, counts: Array<{ holding: RetentionHolding, photos: number, limitReached: boolean }> } };

export type ListHeldPhotosQueryVariables = Exact<{
  holding: RetentionHolding;
  after?: string | null | undefined;
}>;


export type ListHeldPhotosQuery = { retentionHeldPhotos: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { sha256: string, byteLength: number, captureCount: number, dueAt: string | null, captures: Array<{ id: string, state: CaptureState, takenAt: string, store: { code: string, timeZone: string }, bay: { aisle: string }, photo: { thumbnailUrl: string } | null, currentScore: { score: number | null, unscoredReason: string | null } | null }> } }> } };

export type ReadRetentionPolicyQueryVariables = Exact<{ [key: string]: never; }>;


export type ReadRetentionPolicyQuery = { retentionPolicy: { builtIn: boolean, reviewDays: number, cleanPhotoDays: number | null, faultyPhotoDays: number | null, noticeDays: number, note: string, createdBy: string | null, createdAt: string | null } };

export type ListRetentionRunsQueryVariables = Exact<{ [key: string]: never; }>;


export type ListRetentionRunsQuery = { retentionRuns: { totalCount: number, edges: Array<{ node: { id: string, kind: RetentionRunKind, announcedById: string | null, captures: number, photos: number, byteLength: number, facts: unknown, createdBy: string, createdAt: string, endedAt: string | null } }> } };

export type ListIntegrityReportsQueryVariables = Exact<{ [key: string]: never; }>;


export type ListIntegrityReportsQuery = { integrityReports: { totalCount: number, edges: Array<{ node: { id: string, rows: number, objects: number, missing: number, damaged: number, orphaned: number, samples: unknown, createdBy: string, createdAt: string, endedAt: string | null } }> } };

export type ReadRetentionRunQueryVariables = Exact<{
  id: string | number;
}>;


export type ReadRetentionRunQuery = { retentionRun: { id: string, kind: RetentionRunKind, photos: number, captures: number, byteLength: number, facts: unknown, createdBy: string, createdAt: string, policyInForce: boolean, policy: { cleanPhotoDays: number | null, faultyPhotoDays: number | null, noticeDays: number } } | null };

export type ReadFacingEvidenceQueryVariables = Exact<{
  scoreId: string | number;
}>;


export type ReadFacingEvidenceQuery = { node:
    | { verdicts: Array<{ id: string, facingsJudged: number | null, facings: Array<{ column: number, row: number, place: Array<number> | null, found: FacingFound, confidence: number | null, seen: { id: string, name: string } | null, candidates: Array<{ score: number, product: { id: string, name: string, sku: string } }>, sight: { compared: number, likeness: number | null, needed: number, lead: number | null, contrast: number, brightness: number, colour: number, colourVariation: number, occupancy: number, foundBy: SightFoundBy | null } | null }> | null, tags: Array<{ text: string, positionId: string | null, product: { id: string, name: string } | null }> | null }> }
    | Record<PropertyKey, never>
   | null };

export type ExportAzureMatchQueryVariables = Exact<{
  id: string | number;
  spelling: AzureMatchSpelling;
}>;


export type ExportAzureMatchQuery = { capture: { takenAt: string, store: { code: string }, bay: { aisle: string }, currentScore: { azureMatch: string | null } | null } | null };

export type KeepCaptureMutationVariables = Exact<{
  input: CaptureKeepInput;
}>;


export type KeepCaptureMutation = { captureKeep: { capture: { id: string } | null, userErrors: Array<{ code: string, message: string }> } };

export type ReleaseKeptCaptureMutationVariables = Exact<{
  input: CaptureKeepReleaseInput;
}>;


export type ReleaseKeptCaptureMutation = { captureKeepRelease: { capture: { id: string } | null, userErrors: Array<{ code: string, message: string }> } };

export type OverruleVerdictMutationVariables = Exact<{
  input: VerdictOverruleInput;
}>;


export type OverruleVerdictMutation = { verdictOverrule: { score: { id: string, score: number | null, coverage: number } | null, userErrors: Array<{ code: string, message: string }> } };

export type ReadCaptureQueryVariables = Exact<{
  id: string | number;
  withPayload: boolean;
}>;


export type ReadCaptureQuery = { capture: { id: string, state: CaptureState, takenAt: string, sentAt: string | null, receivedAt: string, effectiveTakenAt: string, timeSource: CaptureTimeSource, firmware: string | null, cameraModel: string | null, declaredWidthPx: number | null, declaredHeightPx: number | null, metadataFlaws: Array<MetadataFlaw>, taggedVersion: string, payload?: unknown, photoExpiredAt: string | null, archivedAt: string | null, keptAt: string | null, keptBy: string | null, keptReason: string | null, nextTryAt: string | null, device: { id: string, mac: string | null, clockErrorMs: number | null, clockErrorSource: ClockErrorSource | null, keys: Array<{ id: string, name: string }> } | null, store: { code: string, name: string, timeZone: string }, bay: { id: string, aisle: string, activeVersion: { label: string } | null }, planogramVersion: { label: string } | null, photo: { widthPx: number, heightPx: number, url: string } | null, quality: { shortSidePx: number | null, sharpness: number | null, meanGrey: number | null, darkShare: number | null, glareShare: number | null, flaws: Array<QualityFlaw>, hints: Array<QualityHint>, rule: { id: string, builtIn: boolean, minShortSidePx: number, minSharpness: number, maxAspect: number, maxRetries: number, finalPolicy: FinalQualityPolicy, deviceModel: string | null, note: string, createdBy: string | null, createdAt: string | null, store: { code: string } | null } | null } | null, samePhotoAs: { id: string, takenAt: string, bay: { aisle: string } } | null, samePhotoCaptures: Array<{ id: string, takenAt: string, bay: { aisle: string } }>, supersedes: { id: string, takenAt: string, bay: { aisle: string } } | null, supersededBy: Array<{ id: string, takenAt: string, bay: { aisle: string } }>, currentScore: { id: string, formulaVersion: number, tier: number, modelId: string, configHash: string, createdAt: string, origin: ScoreOrigin, author: string | null, score: number | null, unscoredReason: string | null, coverage: number, onShelfAvailability: number | null, rightShelfRate: number | null, rightPlaceRate: number | null, facingsAccuracy: number | null, strictRate: number | null, qualityFlags: Array<QualityFlaw>, placementProblem: PlacementProblem | null, likelyBay: { aisle: string } | null, planogramVersion: { label: string }, verdictCounts: Array<{ verdict: Verdict, count: number }>, coveredRegions: Array<{ outlines: Array<Array<number>> }> | null, verdicts: Array<{ id: string, positionId: string | null, verdict: Verdict, facingsPlanned: number, facingsSeen: number | null, confidence: number, credit: number | null, box: Array<number> | null, facingBoxes: Array<Array<number>>, foundAtPositionId: string | null, reason: string, ordinal: number, expected: { id: string, name: string, sku: string, brand: string | null, imageUrls: Array<string> } | null, seen: { id: string, name: string, sku: string, imageUrls: Array<string> } | null, candidates: Array<{ score: number, product: { id: string, name: string, sku: string } }>, overrule: { id: string, verdict: Verdict | null, reason: string, author: string, createdAt: string } | null, waiver: { id: string, reason: string, author: string, expiresAt: string } | null, machine: { id: string, verdict: Verdict, reason: string, confidence: number, credit: number | null, seen: { id: string, name: string, sku: string, imageUrls: Array<string> } | null } | null }> } | null, scores: Array<{ id: string, score: number | null, coverage: number, strictRate: number | null, tier: number, modelId: string, formulaVersion: number, createdAt: string, origin: ScoreOrigin, author: string | null, batch: { id: string } | null, parent: { id: string } | null, mappedFrom: { label: string } | null, planogramVersion: { label: string } }>, attempts: Array<{ ordinal: number, tier: number, provider: string, outcome: AttemptOutcome, message: string | null, durationMs: number, createdAt: string }>, history: Array<{ revision: number, fromState: CaptureState | null, toState: CaptureState, reason: string, facts: unknown, actor: string, at: string }>, deadLetter: { id: string, reason: DeadLetterReason, stage: DeadLetterStage, params: unknown, createdAt: string, problems: Array<{ path: string, code: string, message: string }> } | null, conflicts: Array<{ id: string, createdAt: string }>, recaptureRequest: { id: string, reasons: Array<RecaptureReason>, createdAt: string, closedAt: string | null, ending: RecaptureEnding | null, fulfilledBy: { id: string, takenAt: string } | null } | null } | null };

export type CompareScoresQueryVariables = Exact<{
  captureId: string | number;
  before: string | number;
  after: string | number;
}>;


export type CompareScoresQuery = { capture: { compareScores: { score: number | null, coverage: number, same: number, changed: number, onlyBefore: number, onlyAfter: number, extrasBefore: number, extrasAfter: number, byComponent: { identity: number, shelf: number, order: number, facings: number } | null, positions: Array<{ kind: PositionDifferenceKind, expected: { id: string, name: string } | null, before: { positionId: string, verdict: Verdict, facingsSeen: number | null, credit: number | null, seen: { id: string, name: string } | null } | null, after: { positionId: string, verdict: Verdict, facingsSeen: number | null, credit: number | null, seen: { id: string, name: string } | null } | null }> } | null } | null };

export type ReadPreviousCaptureQueryVariables = Exact<{
  filter: CaptureFilter;
}>;


export type ReadPreviousCaptureQuery = { captures: { edges: Array<{ node: { id: string, takenAt: string, photo: { widthPx: number, heightPx: number, url: string } | null, currentScore: { score: number | null } | null } }> } };

export type CreateWaiverMutationVariables = Exact<{
  input: WaiverCreateInput;
}>;


export type CreateWaiverMutation = { waiverCreate: { capturesAffected: number, waiver: { id: string } | null, userErrors: Array<{ code: string, message: string }> } };

export type RevokeWaiverMutationVariables = Exact<{
  input: WaiverRevokeInput;
}>;


export type RevokeWaiverMutation = { waiverRevoke: { capturesAffected: number, waiver: { id: string } | null, userErrors: Array<{ code: string, message: string }> } };

export type CountScoredCapturesQueryVariables = Exact<{
  filter: CaptureFilter;
}>;


export type CountScoredCapturesQuery = { captures: { totalCount: number } };

export type ListWaiversQueryVariables = Exact<{
  bayId: string | number;
  open: boolean;
}>;


export type ListWaiversQuery = { waivers: { totalCount: number, edges: Array<{ node: { id: string, positionId: string, reason: string, author: string, createdAt: string, expiresAt: string, revokedAt: string | null, revokedBy: string | null, product: { id: string, name: string, sku: string } } }> } };

export type BatchSummaryFragment = { id: string, state: ReprocessBatchState, mode: ReprocessMode, versionChoice: VersionChoice, scope: unknown, publishesAtOnce: boolean, reason: string, createdBy: string, createdAt: string, startedAt: string | null, endedAt: string | null, total: number, ended: number, remainingSeconds: number | null, version: { label: string } | null, bay: { id: string, aisle: string, store: { code: string, name: string, timeZone: string } } | null, progress: { ratePerSecond: number | null, counts: Array<{ state: ReprocessItemState, count: number }> } };

export type PreviewBatchQueryVariables = Exact<{
  input: ReprocessPreviewInput;
}>;


export type PreviewBatchQuery = { reprocessPreview: { captures: number, eligible: number, estimatedMinutes: number | null, estimateBasis: string | null, sample: { captures: number, skipped: Array<{ reason: string, count: number }>, impact: { compared: number, improved: number, worsened: number, same: number, meanBefore: number | null, meanAfter: number | null, histogramBefore: Array<number>, histogramAfter: Array<number> } } | null, userErrors: Array<{ message: string }> } };

export type StartBatchMutationVariables = Exact<{
  input: ReprocessStartInput;
}>;


export type StartBatchMutation = { reprocessStart: { batch: { id: string } | null, userErrors: Array<{ message: string }> } };

export type ListStoresQueryVariables = Exact<{ [key: string]: never; }>;


export type ListStoresQuery = { stores: Array<{ code: string, name: string }> };

export type ReadFirmwareFiguresQueryVariables = Exact<{
  storeCode?: string | null | undefined;
}>;


export type ReadFirmwareFiguresQuery = { firmwareFigures: Array<{ firmware: string | null, cameraModel: string | null, captures: number, qualityFlaws: Array<{ flaw: QualityFlaw, count: number }>, metadataFlaws: Array<{ flaw: MetadataFlaw, count: number }>, deadLetters: Array<{ reason: DeadLetterReason, count: number }> }> };

export type ReadViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ReadViewerQuery = { viewer: { kind: ViewerKind, name: string | null, email: string | null, role: Role | null, permissions: Array<{ act: PermissionAct, scope: PermissionScope }> } };

export type ReadPlanogramVersionQueryVariables = Exact<{
  label: string;
}>;


export type ReadPlanogramVersionQuery = { planogramVersion: { id: string, label: string, widthMm: number, heightMm: number, planogram: { name: string }, shelves: Array<{ shelfId: string, number: number, xMm: number, yMm: number, widthMm: number, heightMm: number }>, positions: Array<{ positionId: string, shelfNumber: number, sequence: number, xMm: number, yMm: number, widthMm: number, heightMm: number, facingsHorizontal: number, facingsVertical: number, product: { id: string, name: string, sku: string, brand: string | null } }> } | null };

export type ListVersionChoicesQueryVariables = Exact<{
  search: string;
}>;


export type ListVersionChoicesQuery = { planograms: { edges: Array<{ node: { id: string, code: string, name: string, versions: Array<{ label: string }> } }> } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const LinkedCaptureFragmentDoc = new TypedDocumentString(`
    fragment LinkedCapture on Capture {
  id
  takenAt: effectiveTakenAt
  store {
    timeZone
  }
  photo {
    thumbnailUrl
  }
}
    `, {"fragmentName":"LinkedCapture"}) as unknown as TypedDocumentString<LinkedCaptureFragment, unknown>;
export const EpisodePartsFragmentDoc = new TypedDocumentString(`
    fragment EpisodeParts on BreakerEpisodes {
  ended
  ongoing
  byPerson
  outageSecondsP50
  outageSecondsP90
  probesPerEpisode
  lateSecondsPerEpisode
  falseOpens
  relapses
  failuresBeforeOpen
}
    `, {"fragmentName":"EpisodeParts"}) as unknown as TypedDocumentString<EpisodePartsFragment, unknown>;
export const CandidatePartsFragmentDoc = new TypedDocumentString(`
    fragment CandidateParts on BreakerCandidate {
  waits {
    baseSeconds
    factor
    capSeconds
  }
  cost
  probes
  lateSeconds
}
    `, {"fragmentName":"CandidateParts"}) as unknown as TypedDocumentString<CandidatePartsFragment, unknown>;
export const AuditPartsFragmentDoc = new TypedDocumentString(`
    fragment AuditParts on BreakerAudit {
  id
  name
  from
  to
  episodes {
    ...EpisodeParts
  }
  lastWeek {
    ...EpisodeParts
  }
  capturesPerSecond
  lateCaptures
  successMsP999
  callTimeoutMs
  present {
    ...CandidateParts
  }
  proposed {
    ...CandidateParts
  }
  noProposal
  candidates {
    ...CandidateParts
  }
  open
  decision
  decidedBy
  decidedAt
  decisionNote
  createdBy
  createdAt
}
    fragment EpisodeParts on BreakerEpisodes {
  ended
  ongoing
  byPerson
  outageSecondsP50
  outageSecondsP90
  probesPerEpisode
  lateSecondsPerEpisode
  falseOpens
  relapses
  failuresBeforeOpen
}
fragment CandidateParts on BreakerCandidate {
  waits {
    baseSeconds
    factor
    capSeconds
  }
  cost
  probes
  lateSeconds
}`, {"fragmentName":"AuditParts"}) as unknown as TypedDocumentString<AuditPartsFragment, unknown>;
export const OfferPartsFragmentDoc = new TypedDocumentString(`
    fragment OfferParts on RescoreOffer {
  id
  breaker
  outageFrom
  outageTo
  captures
  decision
  decidedBy
  decidedAt
  batch {
    id
  }
}
    `, {"fragmentName":"OfferParts"}) as unknown as TypedDocumentString<OfferPartsFragment, unknown>;
export const ListedVersionFragmentDoc = new TypedDocumentString(`
    fragment ListedVersion on PlanogramVersion {
  id
  label
  effectiveFrom
  effectiveTo
  createdAt
  createdBy
  sourceFormat
  facts {
    positions
    facings
    activeBays
    expired
  }
}
    `, {"fragmentName":"ListedVersion"}) as unknown as TypedDocumentString<ListedVersionFragment, unknown>;
export const DrawnVersionFragmentDoc = new TypedDocumentString(`
    fragment DrawnVersion on PlanogramVersion {
  id
  label
  widthMm
  heightMm
  shelves {
    shelfId
    number
    xMm
    yMm
    widthMm
    heightMm
  }
  positions {
    positionId
    shelfNumber
    sequence
    xMm
    yMm
    widthMm
    heightMm
    facingsHorizontal
    facingsVertical
    product {
      id
      name
      sku
      brand
    }
  }
}
    `, {"fragmentName":"DrawnVersion"}) as unknown as TypedDocumentString<DrawnVersionFragment, unknown>;
export const BatchSummaryFragmentDoc = new TypedDocumentString(`
    fragment BatchSummary on ReprocessBatch {
  id
  state
  mode
  versionChoice
  version {
    label
  }
  scope
  bay {
    id
    aisle
    store {
      code
      name
      timeZone
    }
  }
  publishesAtOnce
  reason
  createdBy
  createdAt
  startedAt
  endedAt
  total
  ended
  remainingSeconds
  progress {
    ratePerSecond
    counts {
      state
      count
    }
  }
}
    `, {"fragmentName":"BatchSummary"}) as unknown as TypedDocumentString<BatchSummaryFragment, unknown>;
export const AcknowledgeAlertDocument = new TypedDocumentString(`
    mutation AcknowledgeAlert($input: AlertActInput!) {
  alertAcknowledge(input: $input) {
    alert {
      id
    }
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<AcknowledgeAlertMutation, AcknowledgeAlertMutationVariables>;
export const CloseAlertDocument = new TypedDocumentString(`
    mutation CloseAlert($input: AlertActInput!) {
  alertClose(input: $input) {
    alert {
      id
    }
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CloseAlertMutation, CloseAlertMutationVariables>;
export const CountOpenAlertsDocument = new TypedDocumentString(`
    query CountOpenAlerts {
  alerts(filter: {open: true}, first: 1) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<CountOpenAlertsQuery, CountOpenAlertsQueryVariables>;
export const ListAlertsDocument = new TypedDocumentString(`
    query ListAlerts($filter: AlertFilter, $after: String) {
  alerts(filter: $filter, first: 50, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        id
        rule
        params
        occurrences
        createdAt
        lastSeenAt
        acknowledgedAt
        acknowledgedBy
        closedAt
        closedBy
        store {
          code
          name
          timeZone
        }
        capture {
          id
          takenAt: effectiveTakenAt
          bay {
            aisle
          }
          photo {
            thumbnailUrl
          }
        }
        captures {
          id
          takenAt: effectiveTakenAt
          traceId
          store {
            code
            timeZone
          }
          bay {
            aisle
          }
          currentScore {
            score
          }
          photo {
            thumbnailUrl
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ListAlertsQuery, ListAlertsQueryVariables>;
export const ActOnBatchDocument = new TypedDocumentString(`
    mutation ActOnBatch($input: ReprocessActInput!) {
  reprocessAct(input: $input) {
    batch {
      id
      state
    }
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ActOnBatchMutation, ActOnBatchMutationVariables>;
export const ListBatchItemsDocument = new TypedDocumentString(`
    query ListBatchItems($id: ID!, $states: [ReprocessItemState!], $failure: String, $after: String) {
  reprocessBatch(id: $id) {
    items(states: $states, failure: $failure, first: 50, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          state
          attempts
          failure
          message
          capture {
            id
            takenAt: effectiveTakenAt
            store {
              code
              timeZone
            }
            bay {
              aisle
            }
            photo {
              thumbnailUrl
            }
          }
          scoreBefore {
            score
            coverage
            unscoredReason
            planogramVersion {
              label
            }
          }
          scoreAfter {
            score
            coverage
            unscoredReason
            planogramVersion {
              label
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ListBatchItemsQuery, ListBatchItemsQueryVariables>;
export const ListBatchesDocument = new TypedDocumentString(`
    query ListBatches($after: String) {
  open: reprocessBatches(open: true, first: 50) {
    totalCount
    edges {
      node {
        ...BatchSummary
      }
    }
  }
  all: reprocessBatches(first: 30, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        ...BatchSummary
      }
    }
  }
}
    fragment BatchSummary on ReprocessBatch {
  id
  state
  mode
  versionChoice
  version {
    label
  }
  scope
  bay {
    id
    aisle
    store {
      code
      name
      timeZone
    }
  }
  publishesAtOnce
  reason
  createdBy
  createdAt
  startedAt
  endedAt
  total
  ended
  remainingSeconds
  progress {
    ratePerSecond
    counts {
      state
      count
    }
  }
}`) as unknown as TypedDocumentString<ListBatchesQuery, ListBatchesQueryVariables>;
export const ReadBatchDocument = new TypedDocumentString(`
    query ReadBatch($id: ID!) {
  reprocessBatch(id: $id) {
    ...BatchSummary
    publishedAt
    rolledBackAt
    acts
    failures {
      state
      code
      message
      count
    }
    impact {
      compared
      improved
      worsened
      same
      meanBefore
      meanAfter
      histogramBefore
      histogramAfter
    }
  }
}
    fragment BatchSummary on ReprocessBatch {
  id
  state
  mode
  versionChoice
  version {
    label
  }
  scope
  bay {
    id
    aisle
    store {
      code
      name
      timeZone
    }
  }
  publishesAtOnce
  reason
  createdBy
  createdAt
  startedAt
  endedAt
  total
  ended
  remainingSeconds
  progress {
    ratePerSecond
    counts {
      state
      count
    }
  }
}`) as unknown as TypedDocumentString<ReadBatchQuery, ReadBatchQueryVariables>;
export const ListCapturesDocument = new TypedDocumentString(`
    query ListCaptures($filter: CaptureFilter, $first: Int!, $after: String) {
  captures(filter: $filter, first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        id
        state
        takenAt: effectiveTakenAt
        receivedAt
        taggedVersion
        store {
          code
          name
          timeZone
        }
        bay {
          aisle
        }
        planogramVersion {
          label
        }
        photo {
          thumbnailUrl
          widthPx
          heightPx
        }
        quality {
          shortSidePx
          sharpness
          meanGrey
          darkShare
          glareShare
          flaws
          rule {
            minShortSidePx
            minSharpness
            maxAspect
          }
        }
        deadLetter {
          reason
          params
        }
        currentScore {
          score
          coverage
          tier
          unscoredReason
          verdictCounts {
            verdict
            count
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ListCapturesQuery, ListCapturesQueryVariables>;
export const ReadIntakeObstacleDocument = new TypedDocumentString(`
    query ReadIntakeObstacle {
  intakeObstacle {
    code
    message
  }
}
    `) as unknown as TypedDocumentString<ReadIntakeObstacleQuery, ReadIntakeObstacleQueryVariables>;
export const ReadSetupDocument = new TypedDocumentString(`
    query ReadSetup {
  stores {
    code
  }
  planograms(first: 0) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<ReadSetupQuery, ReadSetupQueryVariables>;
export const ListConflictsDocument = new TypedDocumentString(`
    query ListConflicts($filter: CaptureConflictFilter, $after: String, $withPayload: Boolean!) {
  captureConflicts(filter: $filter, first: 10, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        id
        claim
        sha256
        createdAt
        payload @include(if: $withPayload)
        device {
          name
          model
        }
        photo {
          url
          thumbnailUrl
          widthPx
          heightPx
        }
        capture {
          id
          state
          takenAt
          receivedAt
          payload @include(if: $withPayload)
          store {
            code
            name
            timeZone
          }
          bay {
            aisle
          }
          photo {
            url
            thumbnailUrl
            widthPx
            heightPx
          }
          currentScore {
            score
            coverage
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ListConflictsQuery, ListConflictsQueryVariables>;
export const ReadConflictsOfCaptureDocument = new TypedDocumentString(`
    query ReadConflictsOfCapture($id: ID!, $withPayload: Boolean!) {
  capture(id: $id) {
    id
    state
    takenAt
    receivedAt
    payload @include(if: $withPayload)
    store {
      code
      name
      timeZone
    }
    bay {
      aisle
    }
    photo {
      url
      thumbnailUrl
      widthPx
      heightPx
    }
    currentScore {
      score
      coverage
    }
    conflicts {
      id
      claim
      sha256
      createdAt
      payload @include(if: $withPayload)
      device {
        name
        model
      }
      photo {
        url
        thumbnailUrl
        widthPx
        heightPx
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ReadConflictsOfCaptureQuery, ReadConflictsOfCaptureQueryVariables>;
export const CountDeadLetterReasonsDocument = new TypedDocumentString(`
    query CountDeadLetterReasons {
  deadLetterReasons {
    reason
    stage
    count
    newest
  }
}
    `) as unknown as TypedDocumentString<CountDeadLetterReasonsQuery, CountDeadLetterReasonsQueryVariables>;
export const ListDeadLettersDocument = new TypedDocumentString(`
    query ListDeadLetters($filter: DeadLetterFilter, $after: String, $withPayload: Boolean!) {
  deadLetters(filter: $filter, first: 25, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        id
        stage
        reason
        params
        rawPayload @include(if: $withPayload)
        firmware
        cameraModel
        createdAt
        problems {
          path
          code
          message
        }
        store {
          code
          name
          timeZone
        }
        capture {
          id
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ListDeadLettersQuery, ListDeadLettersQueryVariables>;
export const ListDevicesDocument = new TypedDocumentString(`
    query ListDevices($filter: DeviceFilter, $after: String) {
  devices(filter: $filter, first: 50, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        id
        mac
        keys {
          id
          name
        }
        clockErrorMs
        clockErrorSource
        clockReviewedAt
        store {
          code
          name
          timeZone
        }
        newestCapture {
          id
          firmware
          cameraModel
          receivedAt
          timeSource
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ListDevicesQuery, ListDevicesQueryVariables>;
export const ReadComparedCaptureDocument = new TypedDocumentString(`
    query ReadComparedCapture($id: ID!) {
  capture(id: $id) {
    id
    takenAt: effectiveTakenAt
    store {
      timeZone
    }
    photo {
      widthPx
      heightPx
      url
    }
    currentScore {
      planogramVersion {
        label
      }
      verdicts {
        positionId
        box
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ReadComparedCaptureQuery, ReadComparedCaptureQueryVariables>;
export const CompareVersionsDocument = new TypedDocumentString(`
    query CompareVersions($from: ID!, $to: ID!) {
  planogramVersionDiff(fromVersionId: $from, toVersionId: $to) {
    summary
    entries {
      kind
      words
      facings {
        from {
          horizontal
        }
      }
      size {
        from {
          widthMm
        }
      }
      from {
        positionId
      }
      to {
        positionId
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CompareVersionsQuery, CompareVersionsQueryVariables>;
export const ListDriftBatchesDocument = new TypedDocumentString(`
    query ListDriftBatches {
  open: reprocessBatches(open: true, first: 50) {
    edges {
      node {
        ...BatchSummary
      }
    }
  }
  latest: reprocessBatches(first: 20) {
    edges {
      node {
        ...BatchSummary
      }
    }
  }
}
    fragment BatchSummary on ReprocessBatch {
  id
  state
  mode
  versionChoice
  version {
    label
  }
  scope
  bay {
    id
    aisle
    store {
      code
      name
      timeZone
    }
  }
  publishesAtOnce
  reason
  createdBy
  createdAt
  startedAt
  endedAt
  total
  ended
  remainingSeconds
  progress {
    ratePerSecond
    counts {
      state
      count
    }
  }
}`) as unknown as TypedDocumentString<ListDriftBatchesQuery, ListDriftBatchesQueryVariables>;
export const DismissSilentDriftDocument = new TypedDocumentString(`
    mutation DismissSilentDrift($input: SilentDriftDismissInput!) {
  silentDriftDismiss(input: $input) {
    dismissed
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DismissSilentDriftMutation, DismissSilentDriftMutationVariables>;
export const ListSilentDriftGroupsDocument = new TypedDocumentString(`
    query ListSilentDriftGroups {
  silentDriftGroups {
    key
    count
    oldest
    newest
    meanPinnedScore
    meanBetterScore
    bay {
      id
      aisle
      store {
        code
        name
        timeZone
      }
    }
    pinned {
      id
      label
    }
    better {
      id
      label
    }
    latestCapture {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<ListSilentDriftGroupsQuery, ListSilentDriftGroupsQueryVariables>;
export const ListSilentDriftItemsDocument = new TypedDocumentString(`
    query ListSilentDriftItems($filter: SilentDriftItemFilter!, $after: String) {
  silentDriftItems(filter: $filter, first: 24, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        id
        pinnedScore
        betterScore
        discriminatingFacings
        reason
        score {
          tier
        }
        capture {
          ...LinkedCapture
        }
      }
    }
  }
}
    fragment LinkedCapture on Capture {
  id
  takenAt: effectiveTakenAt
  store {
    timeZone
  }
  photo {
    thumbnailUrl
  }
}`) as unknown as TypedDocumentString<ListSilentDriftItemsQuery, ListSilentDriftItemsQueryVariables>;
export const ListDriftGroupsDocument = new TypedDocumentString(`
    query ListDriftGroups {
  driftGroups {
    key
    reason
    taggedVersion
    count
    oldest
    newest
    modes
    bay {
      id
      aisle
      store {
        code
        name
        timeZone
      }
    }
    tagged {
      id
      label
      effectiveFrom
      effectiveTo
      planogram {
        name
      }
    }
    active {
      id
      label
      effectiveFrom
      effectiveTo
      planogram {
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ListDriftGroupsQuery, ListDriftGroupsQueryVariables>;
export const ListDriftItemsDocument = new TypedDocumentString(`
    query ListDriftItems($bayId: ID!, $taggedVersion: String!, $after: String) {
  driftItems(
    filter: {bayId: $bayId, taggedVersion: $taggedVersion, open: true}
    first: 24
    after: $after
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        id
        createdAt
        capture {
          ...LinkedCapture
        }
      }
    }
  }
}
    fragment LinkedCapture on Capture {
  id
  takenAt: effectiveTakenAt
  store {
    timeZone
  }
  photo {
    thumbnailUrl
  }
}`) as unknown as TypedDocumentString<ListDriftItemsQuery, ListDriftItemsQueryVariables>;
export const RunBreakerAuditDocument = new TypedDocumentString(`
    mutation RunBreakerAudit($name: String!) {
  breakerAuditRun(input: {name: $name}) {
    audit {
      open
      noProposal
    }
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RunBreakerAuditMutation, RunBreakerAuditMutationVariables>;
export const DecideBreakerAuditDocument = new TypedDocumentString(`
    mutation DecideBreakerAudit($input: BreakerAuditDecideInput!) {
  breakerAuditDecide(input: $input) {
    audit {
      id
    }
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DecideBreakerAuditMutation, DecideBreakerAuditMutationVariables>;
export const ListBreakerAuditsDocument = new TypedDocumentString(`
    query ListBreakerAudits($past: Int!) {
  open: breakerAudits(open: true) {
    edges {
      node {
        ...AuditParts
      }
    }
  }
  past: breakerAudits(open: false, first: $past) {
    totalCount
    edges {
      node {
        ...AuditParts
      }
    }
  }
}
    fragment AuditParts on BreakerAudit {
  id
  name
  from
  to
  episodes {
    ...EpisodeParts
  }
  lastWeek {
    ...EpisodeParts
  }
  capturesPerSecond
  lateCaptures
  successMsP999
  callTimeoutMs
  present {
    ...CandidateParts
  }
  proposed {
    ...CandidateParts
  }
  noProposal
  candidates {
    ...CandidateParts
  }
  open
  decision
  decidedBy
  decidedAt
  decisionNote
  createdBy
  createdAt
}
fragment EpisodeParts on BreakerEpisodes {
  ended
  ongoing
  byPerson
  outageSecondsP50
  outageSecondsP90
  probesPerEpisode
  lateSecondsPerEpisode
  falseOpens
  relapses
  failuresBeforeOpen
}
fragment CandidateParts on BreakerCandidate {
  waits {
    baseSeconds
    factor
    capSeconds
  }
  cost
  probes
  lateSeconds
}`) as unknown as TypedDocumentString<ListBreakerAuditsQuery, ListBreakerAuditsQueryVariables>;
export const IsolateBreakerDocument = new TypedDocumentString(`
    mutation IsolateBreaker($input: BreakerActInput!) {
  breakerIsolate(input: $input) {
    breaker {
      name
    }
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<IsolateBreakerMutation, IsolateBreakerMutationVariables>;
export const RestoreBreakerDocument = new TypedDocumentString(`
    mutation RestoreBreaker($input: BreakerActInput!) {
  breakerRestore(input: $input) {
    breaker {
      name
    }
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RestoreBreakerMutation, RestoreBreakerMutationVariables>;
export const ListTransitionsDocument = new TypedDocumentString(`
    query ListTransitions($name: String!, $after: String) {
  breaker(name: $name) {
    transitions(first: 20, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          generation
          fromState
          toState
          reason
          facts
          actor
          at
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ListTransitionsQuery, ListTransitionsQueryVariables>;
export const ReadBreakerMinutesDocument = new TypedDocumentString(`
    query ReadBreakerMinutes($name: String!, $from: DateTime!, $to: DateTime!) {
  breakerMinutes(name: $name, from: $from, to: $to) {
    minute
    ok
    permanentInput
    transient
    throttled
    configuration
    notReady
    poorAnswer
    aborted
    deadline
    refused
    latencyMsP50
    latencyMsP99
  }
}
    `) as unknown as TypedDocumentString<ReadBreakerMinutesQuery, ReadBreakerMinutesQueryVariables>;
export const ReadFallbackDocument = new TypedDocumentString(`
    query ReadFallback($from: DateTime!, $to: DateTime!, $bucketMinutes: Int!) {
  fallbackSeries(from: $from, to: $to, bucketMinutes: $bucketMinutes) {
    alertRate
    points {
      from
      tier1
      tier2
      tier3
      fallbackRate
    }
  }
}
    `) as unknown as TypedDocumentString<ReadFallbackQuery, ReadFallbackQueryVariables>;
export const AcceptRescoreOfferDocument = new TypedDocumentString(`
    mutation AcceptRescoreOffer($input: RescoreOfferAcceptInput!) {
  rescoreOfferAccept(input: $input) {
    offer {
      id
      batch {
        id
      }
    }
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<AcceptRescoreOfferMutation, AcceptRescoreOfferMutationVariables>;
export const DismissRescoreOfferDocument = new TypedDocumentString(`
    mutation DismissRescoreOffer($input: RescoreOfferDismissInput!) {
  rescoreOfferDismiss(input: $input) {
    offer {
      id
    }
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DismissRescoreOfferMutation, DismissRescoreOfferMutationVariables>;
export const ListRescoreOffersDocument = new TypedDocumentString(`
    query ListRescoreOffers {
  open: rescoreOffers(open: true) {
    totalCount
    edges {
      node {
        ...OfferParts
      }
    }
  }
  past: rescoreOffers(open: false, first: 5) {
    edges {
      node {
        ...OfferParts
      }
    }
  }
}
    fragment OfferParts on RescoreOffer {
  id
  breaker
  outageFrom
  outageTo
  captures
  decision
  decidedBy
  decidedAt
  batch {
    id
  }
}`) as unknown as TypedDocumentString<ListRescoreOffersQuery, ListRescoreOffersQueryVariables>;
export const ReadInferenceDocument = new TypedDocumentString(`
    query ReadInference {
  inferenceTiers {
    tier
    provider
    attempts
    calls
    shareAnswered
    outcomes {
      outcome
      count
    }
    latencyMsP50
    latencyMsP95
    latencyMsP99
    modelIds
    lastAnswerAt
  }
  breakers {
    name
    state
    since
    openedAt
    retryAt
    reason
    reopenCount
    ratePerSecond
    probeOwner
    probeSuccesses
    policy {
      builtIn
      failuresToOpen
      failureRateToOpen
      windowSeconds
      baseSeconds
      factor
      capSeconds
      probeSuccessesToClose
      callTimeoutMs
      note
      createdBy
      createdAt
    }
  }
}
    `) as unknown as TypedDocumentString<ReadInferenceQuery, ReadInferenceQueryVariables>;
export const ReadSandboxDocument = new TypedDocumentString(`
    query ReadSandbox {
  sandbox {
    url
    problem
    providers {
      provider
      calls
      fault
      setFault
      isOn
    }
  }
}
    `) as unknown as TypedDocumentString<ReadSandboxQuery, ReadSandboxQueryVariables>;
export const SetSandboxFaultDocument = new TypedDocumentString(`
    mutation SetSandboxFault($input: SandboxFaultSetInput!) {
  sandboxFaultSet(input: $input) {
    sandbox {
      url
      problem
      providers {
        provider
        calls
        fault
        setFault
        isOn
      }
    }
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SetSandboxFaultMutation, SetSandboxFaultMutationVariables>;
export const ImportMasterDataDocument = new TypedDocumentString(`
    mutation ImportMasterData($input: MasterDataFileInput!) {
  masterDataImport(input: $input) {
    userErrors {
      code
      message
    }
    import {
      id
      kind
      rows
      created
      changed
      unchanged
      failed
    }
  }
}
    `) as unknown as TypedDocumentString<ImportMasterDataMutation, ImportMasterDataMutationVariables>;
export const ListMasterDataImportsDocument = new TypedDocumentString(`
    query ListMasterDataImports($after: String) {
  masterDataImports(first: 20, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        id
        kind
        source
        fileName
        rows
        created
        changed
        unchanged
        failed
        createdBy
        createdAt
        endedAt
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ListMasterDataImportsQuery, ListMasterDataImportsQueryVariables>;
export const PreviewMasterDataDocument = new TypedDocumentString(`
    mutation PreviewMasterData($input: MasterDataFileInput!) {
  masterDataImportPreview(input: $input) {
    userErrors {
      code
      message
    }
    report {
      rows
      created
      changed
      unchanged
      failed
      unusedColumns
      errors {
        line
        column
        message
      }
      differences {
        line
        outcome
        key
        changes {
          column
          from
          to
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PreviewMasterDataMutation, PreviewMasterDataMutationVariables>;
export const ReadMasterDataErrorsDocument = new TypedDocumentString(`
    query ReadMasterDataErrors($id: ID!) {
  node(id: $id) {
    ... on MasterDataImport {
      id
      kind
      errors {
        line
        code
        column
        value
        message
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ReadMasterDataErrorsQuery, ReadMasterDataErrorsQueryVariables>;
export const ReadPipelineDocument = new TypedDocumentString(`
    query ReadPipeline {
  pipeline {
    states {
      state
      count
    }
    scoredLastHour
    driftOpen
    deadLettersOpen
    medianScore
  }
}
    `) as unknown as TypedDocumentString<ReadPipelineQuery, ReadPipelineQueryVariables>;
export const ActivateVersionDocument = new TypedDocumentString(`
    mutation ActivateVersion($input: PlanogramVersionActivateInput!) {
  planogramVersionActivate(input: $input) {
    bay {
      id
    }
    activation {
      id
      state
      dueAt
      outcome {
        bays
        activated
        unchanged
        overtaken
      }
      capturesReleased
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<ActivateVersionMutation, ActivateVersionMutationVariables>;
export const CancelPlannedActivationDocument = new TypedDocumentString(`
    mutation CancelPlannedActivation($id: ID!) {
  plannedActivationCancel(input: {id: $id}) {
    activation {
      id
    }
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CancelPlannedActivationMutation, CancelPlannedActivationMutationVariables>;
export const ListAislesOfPlanogramDocument = new TypedDocumentString(`
    query ListAislesOfPlanogram($label: String!) {
  planogramVersion(label: $label) {
    planogram {
      versions {
        activeBays {
          aisle
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ListAislesOfPlanogramQuery, ListAislesOfPlanogramQueryVariables>;
export const ListPlannedActivationsDocument = new TypedDocumentString(`
    query ListPlannedActivations($filter: PlannedActivationFilter) {
  plannedActivations(filter: $filter, first: 50) {
    totalCount
    edges {
      node {
        id
        state
        aisle
        dueAt
        createdAt
        createdBy
        endedAt
        endedBy
        capturesReleased
        version {
          id
          label
        }
        stores {
          id
          code
          name
        }
        groups {
          code
          name
          stores {
            id
          }
        }
        outcome {
          bays
          activated
          unchanged
          overtaken
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ListPlannedActivationsQuery, ListPlannedActivationsQueryVariables>;
export const PreviewActivationDocument = new TypedDocumentString(`
    query PreviewActivation($input: PlanogramVersionActivateInput!) {
  planogramActivationPreview(input: $input, baysFirst: 50) {
    userErrors {
      code
      message
      field
    }
    consequences {
      aisle
      at
      baysTotal
      baysUnchanged
      baysReplaced
      baysFirst
      baysNew
      capturesReleased
      capturesInFlight
      capturesToDrift
      recentCapturesOnReplaced
      recentDevicesOnReplaced
      silentDriftsEnded
      warnings {
        code
        message
      }
      bays {
        expired
        store {
          id
          code
          name
        }
        bay {
          id
        }
        activeVersion {
          id
          label
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PreviewActivationQuery, PreviewActivationQueryVariables>;
export const ReadVersionDiffDocument = new TypedDocumentString(`
    query ReadVersionDiff($from: ID!, $to: ID!) {
  planogramVersionDiff(fromVersionId: $from, toVersionId: $to) {
    summary
    facingsChanged
    sizesChanged
    counts {
      kind
      count
    }
    entries {
      kind
      words
      from {
        positionId
        shelfNumber
        sequence
        product {
          id
          name
        }
      }
      to {
        positionId
        shelfNumber
        sequence
        product {
          id
          name
        }
      }
      facings {
        from {
          horizontal
          vertical
        }
        to {
          horizontal
          vertical
        }
      }
      size {
        from {
          widthMm
          heightMm
        }
        to {
          widthMm
          heightMm
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ReadVersionDiffQuery, ReadVersionDiffQueryVariables>;
export const ExportVersionDocument = new TypedDocumentString(`
    query ExportVersion($label: String!, $format: PlanogramExportFileFormat!) {
  planogramVersion(label: $label) {
    exportFile(format: $format) {
      name
      mediaType
      contentBase64
    }
  }
}
    `) as unknown as TypedDocumentString<ExportVersionQuery, ExportVersionQueryVariables>;
export const ImportPlanogramDocument = new TypedDocumentString(`
    mutation ImportPlanogram($input: PlanogramImportInput!) {
  planogramImport(input: $input) {
    format
    notes
    problems {
      path
      code
      message
    }
    userErrors {
      code
      message
      field
    }
    version {
      id
      label
      facts {
        positions
        facings
      }
      planogram {
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ImportPlanogramMutation, ImportPlanogramMutationVariables>;
export const ListPlanogramsDocument = new TypedDocumentString(`
    query ListPlanograms($search: String, $after: String) {
  planograms(first: 30, after: $after, search: $search) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        id
        code
        name
        versionCount
        versions(last: 20, search: $search) {
          ...ListedVersion
        }
      }
    }
  }
}
    fragment ListedVersion on PlanogramVersion {
  id
  label
  effectiveFrom
  effectiveTo
  createdAt
  createdBy
  sourceFormat
  facts {
    positions
    facings
    activeBays
    expired
  }
}`) as unknown as TypedDocumentString<ListPlanogramsQuery, ListPlanogramsQueryVariables>;
export const ListSiblingVersionsDocument = new TypedDocumentString(`
    query ListSiblingVersions($label: String!) {
  planogramVersion(label: $label) {
    planogram {
      id
      code
      name
      versionCount
      versions {
        ...ListedVersion
      }
    }
  }
}
    fragment ListedVersion on PlanogramVersion {
  id
  label
  effectiveFrom
  effectiveTo
  createdAt
  createdBy
  sourceFormat
  facts {
    positions
    facings
    activeBays
    expired
  }
}`) as unknown as TypedDocumentString<ListSiblingVersionsQuery, ListSiblingVersionsQueryVariables>;
export const ProposeVersionMappingDocument = new TypedDocumentString(`
    mutation ProposeVersionMapping($input: VersionMappingProposeInput!) {
  versionMappingPropose(input: $input) {
    userErrors {
      message
    }
    entries {
      kind
      fromPositionId
      toPositionId
      graceUntil
      fromProduct {
        id
        name
      }
      toProduct {
        id
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ProposeVersionMappingMutation, ProposeVersionMappingMutationVariables>;
export const ReadVersionMappingDocument = new TypedDocumentString(`
    query ReadVersionMapping($from: ID!, $to: ID!) {
  versionMapping(fromVersionId: $from, toVersionId: $to) {
    kind
    fromPositionId
    toPositionId
    graceUntil
    savedBy
    savedAt
    fromProduct {
      id
      name
    }
    toProduct {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<ReadVersionMappingQuery, ReadVersionMappingQueryVariables>;
export const SaveVersionMappingDocument = new TypedDocumentString(`
    mutation SaveVersionMapping($input: VersionMappingSaveInput!) {
  versionMappingSave(input: $input) {
    saved
    revoked
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<SaveVersionMappingMutation, SaveVersionMappingMutationVariables>;
export const ReadAssignmentsDocument = new TypedDocumentString(`
    query ReadAssignments($label: String!) {
  planogramVersion(label: $label) {
    assignments {
      activatedAt
      deactivatedAt
      activatedBy
      activation {
        id
      }
      bay {
        id
        aisle
        store {
          code
          name
          timeZone
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ReadAssignmentsQuery, ReadAssignmentsQueryVariables>;
export const ReadPlannedVersionDocument = new TypedDocumentString(`
    query ReadPlannedVersion($label: String!) {
  planogramVersion(label: $label) {
    ...DrawnVersion
    effectiveFrom
    effectiveTo
    createdAt
    createdBy
    sourceFormat
    planogram {
      id
      code
      name
    }
    facts {
      positions
      facings
      products
      activeBays
      assignments
      expired
    }
    positions {
      facingsDepth
      product {
        gtin
        category
      }
    }
  }
}
    fragment DrawnVersion on PlanogramVersion {
  id
  label
  widthMm
  heightMm
  shelves {
    shelfId
    number
    xMm
    yMm
    widthMm
    heightMm
  }
  positions {
    positionId
    shelfNumber
    sequence
    xMm
    yMm
    widthMm
    heightMm
    facingsHorizontal
    facingsVertical
    product {
      id
      name
      sku
      brand
    }
  }
}`) as unknown as TypedDocumentString<ReadPlannedVersionQuery, ReadPlannedVersionQueryVariables>;
export const ListStoreGroupsDocument = new TypedDocumentString(`
    query ListStoreGroups {
  storeGroups {
    code
    name
    createdAt
    stores {
      id
      code
      name
    }
  }
}
    `) as unknown as TypedDocumentString<ListStoreGroupsQuery, ListStoreGroupsQueryVariables>;
export const SetStoreGroupDocument = new TypedDocumentString(`
    mutation SetStoreGroup($input: StoreGroupSetInput!) {
  storeGroupSet(input: $input) {
    group {
      code
    }
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SetStoreGroupMutation, SetStoreGroupMutationVariables>;
export const ListQualityRulesDocument = new TypedDocumentString(`
    query ListQualityRules {
  qualityRules {
    id
    builtIn
    deviceModel
    minShortSidePx
    minSharpness
    maxAspect
    maxRetries
    finalPolicy
    note
    createdBy
    createdAt
    store {
      code
      name
      timeZone
    }
  }
}
    `) as unknown as TypedDocumentString<ListQualityRulesQuery, ListQualityRulesQueryVariables>;
export const SetQualityRuleDocument = new TypedDocumentString(`
    mutation SetQualityRule($input: QualityRuleSetInput!) {
  qualityRuleSet(input: $input) {
    rule {
      id
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<SetQualityRuleMutation, SetQualityRuleMutationVariables>;
export const ListRecaptureRequestsDocument = new TypedDocumentString(`
    query ListRecaptureRequests($filter: RecaptureRequestFilter, $first: Int!, $after: String) {
  recaptureRequests(filter: $filter, first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        id
        reasons
        createdAt
        closedAt
        ending
        aisle
        takenAt
        planogramVersion
        store {
          code
          name
          timeZone
        }
        bay {
          activeVersion {
            label
            planogram {
              name
            }
          }
        }
        capture {
          id
          state
          nextTryAt
          photo {
            thumbnailUrl
            widthPx
            heightPx
          }
          quality {
            shortSidePx
            sharpness
            meanGrey
            darkShare
            glareShare
            rule {
              minShortSidePx
              minSharpness
              maxAspect
            }
          }
        }
        fulfilledBy {
          id
          takenAt
          photo {
            thumbnailUrl
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ListRecaptureRequestsQuery, ListRecaptureRequestsQueryVariables>;
export const RequestRecaptureDocument = new TypedDocumentString(`
    mutation RequestRecapture($input: RecaptureRequestInput!) {
  recaptureRequest(input: $input) {
    recaptureRequest {
      id
    }
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RequestRecaptureMutation, RequestRecaptureMutationVariables>;
export const WithdrawRecaptureDocument = new TypedDocumentString(`
    mutation WithdrawRecapture($input: RecaptureWithdrawInput!) {
  recaptureWithdraw(input: $input) {
    recaptureRequest {
      id
      ending
    }
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<WithdrawRecaptureMutation, WithdrawRecaptureMutationVariables>;
export const SetRetentionPolicyDocument = new TypedDocumentString(`
    mutation SetRetentionPolicy($input: RetentionPolicySetInput!) {
  retentionPolicySet(input: $input) {
    policy {
      createdAt
    }
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SetRetentionPolicyMutation, SetRetentionPolicyMutationVariables>;
export const RunRetentionDryRunDocument = new TypedDocumentString(`
    mutation RunRetentionDryRun {
  retentionDryRun {
    run {
      id
      photos
      byteLength
    }
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RunRetentionDryRunMutation, RunRetentionDryRunMutationVariables>;
export const RequestIntegrityCheckDocument = new TypedDocumentString(`
    mutation RequestIntegrityCheck {
  integrityCheck {
    report {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<RequestIntegrityCheckMutation, RequestIntegrityCheckMutationVariables>;
export const ListAnnouncedPhotosDocument = new TypedDocumentString(`
    query ListAnnouncedPhotos($id: ID!, $after: String) {
  retentionRun(id: $id) {
    announced(first: 50, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          sha256
          byteLength
          captureCount
          dueAt
          heldBecause
          keptBecause
          expiredAt
          captures {
            id
            state
            takenAt: effectiveTakenAt
            store {
              code
              timeZone
            }
            bay {
              aisle
            }
            photo {
              thumbnailUrl
            }
            currentScore {
              score
              unscoredReason
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ListAnnouncedPhotosQuery, ListAnnouncedPhotosQueryVariables>;
export const CountHeldPhotosDocument = new TypedDocumentString(`
    query CountHeldPhotos {
  retentionHeld {
    asOf
    counts {
      holding
      photos
      limitReached
    }
  }
}
    `) as unknown as TypedDocumentString<CountHeldPhotosQuery, CountHeldPhotosQueryVariables>;
export const ListHeldPhotosDocument = new TypedDocumentString(`
    query ListHeldPhotos($holding: RetentionHolding!, $after: String) {
  retentionHeldPhotos(holding: $holding, first: 50, after: $after) {
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        sha256
        byteLength
        captureCount
        dueAt
        captures {
          id
          state
          takenAt: effectiveTakenAt
          store {
            code
            timeZone
          }
          bay {
            aisle
          }
          photo {
            thumbnailUrl
          }
          currentScore {
            score
            unscoredReason
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ListHeldPhotosQuery, ListHeldPhotosQueryVariables>;
export const ReadRetentionPolicyDocument = new TypedDocumentString(`
    query ReadRetentionPolicy {
  retentionPolicy {
    builtIn
    reviewDays
    cleanPhotoDays
    faultyPhotoDays
    noticeDays
    note
    createdBy
    createdAt
  }
}
    `) as unknown as TypedDocumentString<ReadRetentionPolicyQuery, ReadRetentionPolicyQueryVariables>;
export const ListRetentionRunsDocument = new TypedDocumentString(`
    query ListRetentionRuns {
  retentionRuns(first: 25) {
    totalCount
    edges {
      node {
        id
        kind
        announcedById
        captures
        photos
        byteLength
        facts
        createdBy
        createdAt
        endedAt
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ListRetentionRunsQuery, ListRetentionRunsQueryVariables>;
export const ListIntegrityReportsDocument = new TypedDocumentString(`
    query ListIntegrityReports {
  integrityReports(first: 12) {
    totalCount
    edges {
      node {
        id
        rows
        objects
        missing
        damaged
        orphaned
        samples
        createdBy
        createdAt
        endedAt
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ListIntegrityReportsQuery, ListIntegrityReportsQueryVariables>;
export const ReadRetentionRunDocument = new TypedDocumentString(`
    query ReadRetentionRun($id: ID!) {
  retentionRun(id: $id) {
    id
    kind
    photos
    captures
    byteLength
    facts
    createdBy
    createdAt
    policyInForce
    policy {
      cleanPhotoDays
      faultyPhotoDays
      noticeDays
    }
  }
}
    `) as unknown as TypedDocumentString<ReadRetentionRunQuery, ReadRetentionRunQueryVariables>;
export const ReadFacingEvidenceDocument = new TypedDocumentString(`
    query ReadFacingEvidence($scoreId: ID!) {
  node(id: $scoreId) {
    ... on Score {
      verdicts {
        id
        facingsJudged
        facings {
          column
          row
          place
          found
          confidence
          seen {
            id
            name
          }
          candidates {
            score
            product {
              id
              name
              sku
            }
          }
          sight {
            compared
            likeness
            needed
            lead
            contrast
            brightness
            colour
            colourVariation
            occupancy
            foundBy
          }
        }
        tags {
          text
          positionId
          product {
            id
            name
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ReadFacingEvidenceQuery, ReadFacingEvidenceQueryVariables>;
export const ExportAzureMatchDocument = new TypedDocumentString(`
    query ExportAzureMatch($id: ID!, $spelling: AzureMatchSpelling!) {
  capture(id: $id) {
    takenAt: effectiveTakenAt
    store {
      code
    }
    bay {
      aisle
    }
    currentScore {
      azureMatch(spelling: $spelling)
    }
  }
}
    `) as unknown as TypedDocumentString<ExportAzureMatchQuery, ExportAzureMatchQueryVariables>;
export const KeepCaptureDocument = new TypedDocumentString(`
    mutation KeepCapture($input: CaptureKeepInput!) {
  captureKeep(input: $input) {
    capture {
      id
    }
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<KeepCaptureMutation, KeepCaptureMutationVariables>;
export const ReleaseKeptCaptureDocument = new TypedDocumentString(`
    mutation ReleaseKeptCapture($input: CaptureKeepReleaseInput!) {
  captureKeepRelease(input: $input) {
    capture {
      id
    }
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ReleaseKeptCaptureMutation, ReleaseKeptCaptureMutationVariables>;
export const OverruleVerdictDocument = new TypedDocumentString(`
    mutation OverruleVerdict($input: VerdictOverruleInput!) {
  verdictOverrule(input: $input) {
    score {
      id
      score
      coverage
    }
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<OverruleVerdictMutation, OverruleVerdictMutationVariables>;
export const ReadCaptureDocument = new TypedDocumentString(`
    query ReadCapture($id: ID!, $withPayload: Boolean!) {
  capture(id: $id) {
    id
    state
    takenAt
    sentAt
    receivedAt
    effectiveTakenAt
    timeSource
    firmware
    cameraModel
    declaredWidthPx
    declaredHeightPx
    metadataFlaws
    device {
      id
      mac
      keys {
        id
        name
      }
      clockErrorMs
      clockErrorSource
    }
    taggedVersion
    payload @include(if: $withPayload)
    store {
      code
      name
      timeZone
    }
    bay {
      id
      aisle
      activeVersion {
        label
      }
    }
    planogramVersion {
      label
    }
    photo {
      widthPx
      heightPx
      url
    }
    photoExpiredAt
    archivedAt
    keptAt
    keptBy
    keptReason
    nextTryAt
    quality {
      shortSidePx
      sharpness
      meanGrey
      darkShare
      glareShare
      flaws
      hints
      rule {
        id
        builtIn
        minShortSidePx
        minSharpness
        maxAspect
        maxRetries
        finalPolicy
        deviceModel
        note
        createdBy
        createdAt
        store {
          code
        }
      }
    }
    samePhotoAs {
      id
      takenAt: effectiveTakenAt
      bay {
        aisle
      }
    }
    samePhotoCaptures {
      id
      takenAt: effectiveTakenAt
      bay {
        aisle
      }
    }
    supersedes {
      id
      takenAt: effectiveTakenAt
      bay {
        aisle
      }
    }
    supersededBy {
      id
      takenAt: effectiveTakenAt
      bay {
        aisle
      }
    }
    currentScore {
      id
      formulaVersion
      tier
      modelId
      configHash
      createdAt
      origin
      author
      score
      unscoredReason
      coverage
      onShelfAvailability
      rightShelfRate
      rightPlaceRate
      facingsAccuracy
      strictRate
      qualityFlags
      placementProblem
      likelyBay {
        aisle
      }
      planogramVersion {
        label
      }
      verdictCounts {
        verdict
        count
      }
      coveredRegions {
        outlines
      }
      verdicts {
        id
        positionId
        verdict
        expected {
          id
          name
          sku
          brand
          imageUrls
        }
        seen {
          id
          name
          sku
          imageUrls
        }
        facingsPlanned
        facingsSeen
        confidence
        credit
        box
        facingBoxes
        candidates {
          product {
            id
            name
            sku
          }
          score
        }
        foundAtPositionId
        reason
        ordinal
        overrule {
          id
          verdict
          reason
          author
          createdAt
        }
        waiver {
          id
          reason
          author
          expiresAt
        }
        machine {
          id
          verdict
          reason
          confidence
          credit
          seen {
            id
            name
            sku
            imageUrls
          }
        }
      }
    }
    scores {
      id
      score
      coverage
      strictRate
      tier
      modelId
      formulaVersion
      createdAt
      origin
      author
      batch {
        id
      }
      parent {
        id
      }
      mappedFrom {
        label
      }
      planogramVersion {
        label
      }
    }
    attempts {
      ordinal
      tier
      provider
      outcome
      message
      durationMs
      createdAt
    }
    history {
      revision
      fromState
      toState
      reason
      facts
      actor
      at
    }
    deadLetter {
      id
      reason
      stage
      params
      problems {
        path
        code
        message
      }
      createdAt
    }
    conflicts {
      id
      createdAt
    }
    recaptureRequest {
      id
      reasons
      createdAt
      closedAt
      ending
      fulfilledBy {
        id
        takenAt: effectiveTakenAt
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ReadCaptureQuery, ReadCaptureQueryVariables>;
export const CompareScoresDocument = new TypedDocumentString(`
    query CompareScores($captureId: ID!, $before: ID!, $after: ID!) {
  capture(id: $captureId) {
    compareScores(a: $before, b: $after) {
      score
      coverage
      byComponent {
        identity
        shelf
        order
        facings
      }
      same
      changed
      onlyBefore
      onlyAfter
      extrasBefore
      extrasAfter
      positions {
        kind
        expected {
          id
          name
        }
        before {
          positionId
          verdict
          facingsSeen
          credit
          seen {
            id
            name
          }
        }
        after {
          positionId
          verdict
          facingsSeen
          credit
          seen {
            id
            name
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CompareScoresQuery, CompareScoresQueryVariables>;
export const ReadPreviousCaptureDocument = new TypedDocumentString(`
    query ReadPreviousCapture($filter: CaptureFilter!) {
  captures(filter: $filter, first: 10) {
    edges {
      node {
        id
        takenAt: effectiveTakenAt
        photo {
          widthPx
          heightPx
          url
        }
        currentScore {
          score
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ReadPreviousCaptureQuery, ReadPreviousCaptureQueryVariables>;
export const CreateWaiverDocument = new TypedDocumentString(`
    mutation CreateWaiver($input: WaiverCreateInput!) {
  waiverCreate(input: $input) {
    waiver {
      id
    }
    capturesAffected
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CreateWaiverMutation, CreateWaiverMutationVariables>;
export const RevokeWaiverDocument = new TypedDocumentString(`
    mutation RevokeWaiver($input: WaiverRevokeInput!) {
  waiverRevoke(input: $input) {
    waiver {
      id
    }
    capturesAffected
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RevokeWaiverMutation, RevokeWaiverMutationVariables>;
export const CountScoredCapturesDocument = new TypedDocumentString(`
    query CountScoredCaptures($filter: CaptureFilter!) {
  captures(filter: $filter, first: 1) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<CountScoredCapturesQuery, CountScoredCapturesQueryVariables>;
export const ListWaiversDocument = new TypedDocumentString(`
    query ListWaivers($bayId: ID!, $open: Boolean!) {
  waivers(bayId: $bayId, open: $open, first: 100) {
    totalCount
    edges {
      node {
        id
        positionId
        product {
          id
          name
          sku
        }
        reason
        author
        createdAt
        expiresAt
        revokedAt
        revokedBy
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ListWaiversQuery, ListWaiversQueryVariables>;
export const PreviewBatchDocument = new TypedDocumentString(`
    query PreviewBatch($input: ReprocessPreviewInput!) {
  reprocessPreview(input: $input) {
    captures
    eligible
    estimatedMinutes
    estimateBasis
    sample {
      captures
      skipped {
        reason
        count
      }
      impact {
        compared
        improved
        worsened
        same
        meanBefore
        meanAfter
        histogramBefore
        histogramAfter
      }
    }
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<PreviewBatchQuery, PreviewBatchQueryVariables>;
export const StartBatchDocument = new TypedDocumentString(`
    mutation StartBatch($input: ReprocessStartInput!) {
  reprocessStart(input: $input) {
    batch {
      id
    }
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<StartBatchMutation, StartBatchMutationVariables>;
export const ListStoresDocument = new TypedDocumentString(`
    query ListStores {
  stores {
    code
    name
  }
}
    `) as unknown as TypedDocumentString<ListStoresQuery, ListStoresQueryVariables>;
export const ReadFirmwareFiguresDocument = new TypedDocumentString(`
    query ReadFirmwareFigures($storeCode: String) {
  firmwareFigures(storeCode: $storeCode) {
    firmware
    cameraModel
    captures
    qualityFlaws {
      flaw
      count
    }
    metadataFlaws {
      flaw
      count
    }
    deadLetters {
      reason
      count
    }
  }
}
    `) as unknown as TypedDocumentString<ReadFirmwareFiguresQuery, ReadFirmwareFiguresQueryVariables>;
export const ReadViewerDocument = new TypedDocumentString(`
    query ReadViewer {
  viewer {
    kind
    name
    email
    role
    permissions {
      act
      scope
    }
  }
}
    `) as unknown as TypedDocumentString<ReadViewerQuery, ReadViewerQueryVariables>;
export const ReadPlanogramVersionDocument = new TypedDocumentString(`
    query ReadPlanogramVersion($label: String!) {
  planogramVersion(label: $label) {
    ...DrawnVersion
    planogram {
      name
    }
  }
}
    fragment DrawnVersion on PlanogramVersion {
  id
  label
  widthMm
  heightMm
  shelves {
    shelfId
    number
    xMm
    yMm
    widthMm
    heightMm
  }
  positions {
    positionId
    shelfNumber
    sequence
    xMm
    yMm
    widthMm
    heightMm
    facingsHorizontal
    facingsVertical
    product {
      id
      name
      sku
      brand
    }
  }
}`) as unknown as TypedDocumentString<ReadPlanogramVersionQuery, ReadPlanogramVersionQueryVariables>;
export const ListVersionChoicesDocument = new TypedDocumentString(`
    query ListVersionChoices($search: String!) {
  planograms(first: 20, search: $search) {
    edges {
      node {
        id
        code
        name
        versions(last: 20, search: $search) {
          label
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ListVersionChoicesQuery, ListVersionChoicesQueryVariables>;
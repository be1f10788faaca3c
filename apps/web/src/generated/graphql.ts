/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type ActivationState =
  | 'CANCELLED'
  | 'DONE'
  | 'PLANNED';

export type AlertActInput = {
  id: string | number;
};

export type AlertFilter = {
  open?: boolean | null | undefined;
  rule?: AlertRule | null | undefined;
  storeCode?: string | null | undefined;
};

export type AlertRule =
  | 'CAPTURE_CONFLICT';

export type AttemptOutcome =
  | 'ABORTED'
  | 'BREAKER_OPEN'
  | 'CONFIGURATION'
  | 'DEADLINE'
  | 'NOT_READY'
  | 'OK'
  | 'PERMANENT_INPUT'
  | 'POOR_ANSWER'
  | 'THROTTLED'
  | 'TRANSIENT';

/** Azure’s documents give the answer in two ways. GUIDE: matchedResultsPerPosition, classifications; REFERENCE: matchingResultPerPosition, tags. */
export type AzureMatchSpelling =
  | 'GUIDE'
  | 'REFERENCE';

export type BreakerActInput = {
  name: string;
  /** Why; shown to whoever looks at the breaker. */
  reason: string;
};

export type BreakerAuditDecideInput = {
  approve: boolean;
  id: string | number;
  /** Why; kept with the policy and in the audit log. */
  note: string;
};

export type BreakerAuditDecision =
  | 'APPROVED'
  | 'REJECTED'
  | 'REPLACED';

/** TOO_FEW_EPISODES: fewer than 10 outages ended. OUTSIDE_LIMITS: the present waits are too far out for one step. NO_GAIN: nothing is at least 5 % cheaper. */
export type BreakerNoProposal =
  | 'NO_GAIN'
  | 'OUTSIDE_LIMITS'
  | 'TOO_FEW_EPISODES';

export type BreakerState =
  | 'CLOSED'
  | 'HALF_OPEN'
  | 'ISOLATED'
  | 'OPEN';

export type CaptureConflictFilter = {
  storeCode?: string | null | undefined;
};

export type CaptureFilter = {
  aisle?: string | null | undefined;
  /** Label of the version it is scored against; until one is chosen, of the version it is tagged with. */
  planogramVersion?: string | null | undefined;
  scoreAtLeast?: number | null | undefined;
  scoreBelow?: number | null | undefined;
  states?: Array<CaptureState> | null | undefined;
  storeCode?: string | null | undefined;
  takenAfter?: string | null | undefined;
  takenBefore?: string | null | undefined;
  /** Tier of the current score: 1 cloud, 2 edge, 3 heuristic. */
  tier?: number | null | undefined;
  /** The current score has a position with this verdict. */
  verdict?: Verdict | null | undefined;
};

export type CaptureKeepInput = {
  id: string | number;
  reason: string;
};

export type CaptureKeepReleaseInput = {
  id: string | number;
};

export type CaptureState =
  | 'ARCHIVED'
  | 'DEAD_LETTERED'
  | 'INGESTED'
  | 'PREPROCESSED'
  | 'RETRY_SCHEDULED'
  | 'SCORED'
  | 'TIER_1_INFERENCE'
  | 'TIER_2_INFERENCE'
  | 'TIER_3_INFERENCE'
  | 'VERSION_DRIFT';

export type DeadLetterFilter = {
  reason?: string | null | undefined;
  stage?: string | null | undefined;
  storeCode?: string | null | undefined;
};

export type DriftGroupScopeInput = {
  bayId: string | number;
  taggedVersion: string;
};

export type DriftReason =
  | 'NO_ACTIVE_VERSION'
  | 'VERSION_NOT_ACTIVE'
  | 'VERSION_UNKNOWN';

export type DriftReleaseMode =
  | 'ACTIVE'
  | 'EFFECTIVE_AT_CAPTURE'
  | 'MAPPED'
  | 'TAGGED';

export type FacingFound =
  | 'EMPTY'
  | 'NOT_IDENTIFIED'
  | 'NOT_LOOKED_AT'
  | 'NOT_VISIBLE'
  | 'OTHER_PRODUCT'
  | 'PLANNED_PRODUCT'
  | 'UNKNOWN_PRODUCT';

export type FinalQualityPolicy =
  | 'DEAD_LETTER'
  | 'SCORE_FLAGGED';

/** What became of a position from one planogram version to another; ALIAS is about products: the old one counts as the new one for a while. */
export type MappingKind =
  | 'ALIAS'
  | 'DELISTED'
  | 'MOVED'
  | 'NEW'
  | 'SAME'
  | 'SUBSTITUTED'
  | 'SWAPPED';

export type PlannedActivationFilter = {
  /** Of the version. */
  label?: string | null | undefined;
  states?: Array<ActivationState> | null | undefined;
};

/** GONDOLA is our own JSON, which loses nothing; CSV is one row a position. */
export type PlanogramExportFormat =
  | 'CSV'
  | 'GONDOLA';

export type PlanogramFormat =
  | 'AZURE'
  | 'CSV'
  | 'GONDOLA'
  | 'PSA'
  | 'PTS';

/** What is left out is taken from the file, as far as its format says it. */
export type PlanogramImportInput = {
  catalog?: string | null | undefined;
  code?: string | null | undefined;
  /** The file as text; or give contentBase64. */
  content?: string | null | undefined;
  /** The file as it is. PSA, PTS and CSV are often not UTF-8: their own encoding is found. */
  contentBase64?: string | null | undefined;
  effectiveFrom?: string | null | undefined;
  effectiveTo?: string | null | undefined;
  /** Left out, it is told by how the file begins. */
  format?: PlanogramFormat | null | undefined;
  label?: string | null | undefined;
  name?: string | null | undefined;
  /** Which planogram of a file that holds several: its name or key (PSA), code or version (CSV). */
  planogram?: string | null | undefined;
  /** Millimetres per unit of the file (AZURE, PSA); left out, the likeliest unit is taken and noted. */
  unitMm?: number | null | undefined;
};

/** The bays are those of one aisle in the named stores and in the stores of the named groups. */
export type PlanogramVersionActivateInput = {
  aisle: string;
  /** When; null: now. */
  at?: string | null | undefined;
  groupCodes?: Array<string> | null | undefined;
  label: string;
  storeCode?: string | null | undefined;
  storeCodes?: Array<string> | null | undefined;
};

export type PositionDifferenceKind =
  | 'CHANGED'
  | 'ONLY_AFTER'
  | 'ONLY_BEFORE'
  | 'SAME';

export type QualityFlaw =
  | 'BAD_ASPECT'
  | 'TOO_BLURRED'
  | 'TOO_SMALL';

export type QualityHint =
  | 'GLARE'
  | 'TOO_BRIGHT'
  | 'TOO_DARK';

export type QualityRuleSetInput = {
  /** Left out: every model. Letter case does not count. */
  deviceModel?: string | null | undefined;
  finalPolicy: FinalQualityPolicy;
  maxAspect: number;
  maxRetries: number;
  minSharpness: number;
  minShortSidePx: number;
  /** Why. */
  note: string;
  /** Left out: every store. */
  storeCode?: string | null | undefined;
};

export type RecaptureEnding =
  | 'BETTER_BYTES'
  | 'SCORED_AS_IT_IS'
  | 'SUPERSEDED'
  | 'WITHDRAWN';

export type RecaptureReason =
  | 'ASKED_BY_PERSON'
  | 'BAD_ASPECT'
  | 'GLARE'
  | 'HASH_MISMATCH'
  | 'MIME_MISMATCH'
  | 'PHOTO_CORRUPT'
  | 'PHOTO_EMPTY'
  | 'PHOTO_TOO_COSTLY'
  | 'PHOTO_TOO_LARGE'
  | 'PHOTO_UNREACHABLE'
  | 'PHOTO_UNSUPPORTED'
  | 'TOO_BLURRED'
  | 'TOO_BRIGHT'
  | 'TOO_DARK'
  | 'TOO_SMALL'
  | 'UPLOAD_EXPIRED';

export type RecaptureRequestFilter = {
  aisle?: string | null | undefined;
  open?: boolean | null | undefined;
  storeCode?: string | null | undefined;
};

export type RecaptureRequestInput = {
  /** The global id or the bare UUID. */
  captureId: string | number;
  /** Why; kept in the audit log. */
  note?: string | null | undefined;
};

export type RecaptureWithdrawInput = {
  /** The id of the request. */
  id: string | number;
};

/** PUBLISH makes the results the current scores, ROLL_BACK the earlier ones again where nobody changed them since. */
export type ReprocessAct =
  | 'CANCEL'
  | 'PAUSE'
  | 'PUBLISH'
  | 'RESUME'
  | 'RETRY_FAILED'
  | 'ROLL_BACK';

export type ReprocessActInput = {
  act: ReprocessAct;
  id: string | number;
};

export type ReprocessBatchState =
  | 'CANCELLED'
  | 'DONE'
  | 'EXPANDING'
  | 'PAUSED'
  | 'PUBLISHED'
  | 'PUBLISHING'
  | 'ROLLED_BACK'
  | 'ROLLING_BACK'
  | 'RUNNING';

export type ReprocessItemState =
  | 'DONE'
  | 'FAILED'
  | 'MOVED'
  | 'OUTDATED'
  | 'PUBLISHED'
  | 'ROLLED_BACK'
  | 'SKIPPED'
  | 'WAITING';

/** RELEASE sends captures on that wait for a version; RESCORE uses the detections that are there; REINFER lets the tiers look at the photo again. */
export type ReprocessMode =
  | 'REINFER'
  | 'RELEASE'
  | 'RESCORE';

export type ReprocessPreviewInput = {
  mode: ReprocessMode;
  scope: ReprocessScopeInput;
  /** Label of the version, for GIVEN. */
  version?: string | null | undefined;
  versionChoice: VersionChoice;
};

/** Which captures: exactly one of its fields. */
export type ReprocessScopeInput = {
  /** At most 10,000; use the filter for more. */
  captureIds?: Array<string | number> | null | undefined;
  driftGroup?: DriftGroupScopeInput | null | undefined;
  /** All that match when the batch is made. */
  filter?: CaptureFilter | null | undefined;
  silentDrift?: SilentDriftScopeInput | null | undefined;
};

export type ReprocessStartInput = {
  mode: ReprocessMode;
  /** Results become current as they come, instead of when they are published. A release always does. */
  publishAtOnce?: boolean | null | undefined;
  reason: string;
  scope: ReprocessScopeInput;
  /** Label of the version, for GIVEN. */
  version?: string | null | undefined;
  versionChoice: VersionChoice;
};

export type RescoreOfferAcceptInput = {
  id: string | number;
};

export type RescoreOfferDecision =
  | 'ACCEPTED'
  | 'AUTOMATIC'
  | 'DISMISSED';

export type RescoreOfferDismissInput = {
  id: string | number;
};

/** Why a photo stays. Where several things hold it, the one that an expiry would name. */
export type RetentionHolding =
  /** An alert about a capture that shows it is open. */
  | 'ALERT_OPEN'
  /** It is the other photo of a conflict whose alert is open. */
  | 'CONFLICT_OPEN'
  /** A person keeps it. */
  | 'KEPT'
  /** A capture that shows it is not ARCHIVED. */
  | 'NOT_ARCHIVED'
  /** Its days are not over for every capture that shows it, or never will be. */
  | 'POLICY'
  /** A recapture of a capture that shows it is asked for. */
  | 'RECAPTURE_OPEN'
  /** It is a reference image of a product. */
  | 'REFERENCE_IMAGE'
  /** An upload of it waits for its capture. */
  | 'UPLOAD_WAITING';

export type RetentionPolicySetInput = {
  /** Left out: never. */
  cleanPhotoDays?: number | null | undefined;
  /** Left out: never. */
  faultyPhotoDays?: number | null | undefined;
  /** Why. */
  note: string;
  noticeDays: number;
  reviewDays: number;
};

export type RetentionRunKind =
  | 'DRY_RUN'
  | 'EXPIRY';

export type Role =
  | 'ADMIN'
  | 'ANALYST'
  | 'CATEGORY_MANAGER'
  | 'OPERATOR';

/** DOWN: 503. THROTTLING: 429 or the provider’s own word for it, with Retry-After. HANGING: no answer. BROKEN_ANSWERS: 200 with half a JSON. */
export type SandboxFault =
  | 'BROKEN_ANSWERS'
  | 'DOWN'
  | 'HANGING'
  | 'THROTTLING';

export type SandboxFaultSetInput = {
  /** Null or left out: the provider is well again. */
  fault?: SandboxFault | null | undefined;
  provider: SandboxProviderName;
};

export type SandboxProviderName =
  | 'KSERVE'
  | 'REKOGNITION'
  | 'VERTEX';

export type ScoreOrigin =
  | 'OVERRULE'
  | 'PIPELINE'
  | 'REINFER'
  | 'RESCORE';

/** place: where it is planned. shelf: by a search along the shelf, off the planned places. */
export type SightFoundBy =
  | 'place'
  | 'shelf';

export type SilentDriftDismissInput = {
  bayId: string | number;
  betterVersionId: string | number;
  pinnedVersionId: string | number;
  reason: string;
};

export type SilentDriftItemFilter = {
  bayId?: string | number | null | undefined;
  betterVersionId?: string | number | null | undefined;
  captureId?: string | number | null | undefined;
  open?: boolean | null | undefined;
  pinnedVersionId?: string | number | null | undefined;
};

export type SilentDriftScopeInput = {
  bayId: string | number;
  betterVersionId: string | number;
  pinnedVersionId: string | number;
};

export type StoreGroupSetInput = {
  code: string;
  name: string;
  /** All its stores; those left out leave it. */
  storeCodes: Array<string>;
};

export type Verdict =
  | 'EXTRA'
  | 'FACINGS_OVER'
  | 'FACINGS_SHORT'
  | 'MATCH'
  | 'MISPLACED'
  | 'MISSING'
  | 'NOT_ASSESSED'
  | 'NOT_VISIBLE'
  | 'OCCUPIED'
  | 'UNKNOWN_PRODUCT'
  | 'WAIVED'
  | 'WRONG_PRODUCT';

export type VerdictOverruleInput = {
  captureId: string | number;
  /** The score that was looked at; SCORE_CHANGED when it is not the current one any more. */
  expectedScoreId: string | number;
  /** its place in the list of verdicts, which alone names an EXTRA. */
  ordinal?: number | null | undefined;
  /** The finding: its position, or */
  positionId?: string | null | undefined;
  reason: string;
  /** What stands there; left out: nothing, or no product of the catalogue. */
  seenProductId?: string | number | null | undefined;
  /** Null takes the ruling back: the finding of scoring counts again. */
  verdict?: Verdict | null | undefined;
};

/** The planogram version a capture is scored against. PINNED: the one it has; GIVEN: one for all of them; MAPPED: the active one, with positions mapped from the version the shelf was laid by. */
export type VersionChoice =
  | 'ACTIVE'
  | 'EFFECTIVE_AT_CAPTURE'
  | 'GIVEN'
  | 'MAPPED'
  | 'PINNED'
  | 'TAGGED';

export type VersionMappingEntryInput = {
  /** Null for NEW and ALIAS. */
  fromPositionId?: string | null | undefined;
  /** For ALIAS; otherwise the position says it. */
  fromProductId?: string | number | null | undefined;
  /** For ALIAS, which needs it. */
  graceUntil?: string | null | undefined;
  kind: MappingKind;
  /** Null for DELISTED and ALIAS. */
  toPositionId?: string | null | undefined;
  /** For ALIAS; otherwise the position says it. */
  toProductId?: string | number | null | undefined;
};

export type VersionMappingProposeInput = {
  fromVersionId: string | number;
  toVersionId: string | number;
};

export type VersionMappingSaveInput = {
  entries: Array<VersionMappingEntryInput>;
  fromVersionId: string | number;
  toVersionId: string | number;
};

export type ViewerKind =
  | 'DEVICE'
  | 'NOBODY'
  | 'PERSON';

export type WaiverCreateInput = {
  bayId: string | number;
  /** In the future, within two years. */
  expiresAt: string;
  /** Label of the version whose position it is; left out: the one the bay follows. */
  planogramVersion?: string | null | undefined;
  positionId: string;
  reason: string;
};

export type WaiverRevokeInput = {
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


export type ListAlertsQuery = { alerts: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, rule: AlertRule, message: string, occurrences: number, createdAt: string, lastSeenAt: string, acknowledgedAt: string | null, acknowledgedBy: string | null, closedAt: string | null, closedBy: string | null, store: { code: string, name: string, timeZone: string } | null, capture: { id: string, takenAt: string, bay: { aisle: string }, photo: { thumbnailUrl: string } | null } | null } }> } };

export type ActOnBatchMutationVariables = Exact<{
  input: ReprocessActInput;
}>;


export type ActOnBatchMutation = { reprocessAct: { batch: { id: string, state: ReprocessBatchState } | null, userErrors: Array<{ message: string }> } };

export type BatchGlanceFragment = { id: string, state: ReprocessBatchState, mode: ReprocessMode, versionChoice: VersionChoice, scope: unknown, publishesAtOnce: boolean, reason: string, createdBy: string, createdAt: string, startedAt: string | null, endedAt: string | null, total: number, ended: number, remainingSeconds: number | null, version: { label: string } | null, bay: { id: string, aisle: string, store: { code: string, name: string, timeZone: string } } | null, progress: { ratePerSecond: number | null, counts: Array<{ state: ReprocessItemState, count: number }> } };

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

export type PreviewBatchQueryVariables = Exact<{
  input: ReprocessPreviewInput;
}>;


export type PreviewBatchQuery = { reprocessPreview: { captures: number, eligible: number, estimatedMinutes: number | null, estimateBasis: string | null, sample: { captures: number, skipped: Array<{ reason: string, count: number }>, impact: { compared: number, improved: number, worsened: number, same: number, meanBefore: number | null, meanAfter: number | null, histogramBefore: Array<number>, histogramAfter: Array<number> } } | null, userErrors: Array<{ message: string }> } };

export type ReadBatchQueryVariables = Exact<{
  id: string | number;
}>;


export type ReadBatchQuery = { reprocessBatch: { publishedAt: string | null, rolledBackAt: string | null, acts: Array<ReprocessAct>, id: string, state: ReprocessBatchState, mode: ReprocessMode, versionChoice: VersionChoice, scope: unknown, publishesAtOnce: boolean, reason: string, createdBy: string, createdAt: string, startedAt: string | null, endedAt: string | null, total: number, ended: number, remainingSeconds: number | null, failures: Array<{ state: ReprocessItemState, code: string, message: string, count: number }>, impact: { compared: number, improved: number, worsened: number, same: number, meanBefore: number | null, meanAfter: number | null, histogramBefore: Array<number>, histogramAfter: Array<number> }, version: { label: string } | null, bay: { id: string, aisle: string, store: { code: string, name: string, timeZone: string } } | null, progress: { ratePerSecond: number | null, counts: Array<{ state: ReprocessItemState, count: number }> } } | null };

export type StartBatchMutationVariables = Exact<{
  input: ReprocessStartInput;
}>;


export type StartBatchMutation = { reprocessStart: { batch: { id: string } | null, userErrors: Array<{ message: string }> } };

export type ListCapturesQueryVariables = Exact<{
  filter?: CaptureFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type ListCapturesQuery = { captures: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, state: CaptureState, takenAt: string, receivedAt: string, taggedVersion: string, store: { code: string, name: string, timeZone: string }, bay: { aisle: string }, planogramVersion: { label: string } | null, photo: { thumbnailUrl: string, widthPx: number, heightPx: number } | null, quality: { shortSidePx: number | null, sharpness: number | null, meanGrey: number | null, darkShare: number | null, glareShare: number | null, flaws: Array<QualityFlaw>, rule: { minShortSidePx: number, minSharpness: number, maxAspect: number } | null } | null, deadLetter: { reason: string, message: string } | null, currentScore: { score: number | null, coverage: number, tier: number, unscoredReason: string | null, verdictCounts: Array<{ verdict: Verdict, count: number }> } | null } }> } };

export type ListFilterChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type ListFilterChoicesQuery = { stores: Array<{ code: string, name: string }>, planograms: { totalCount: number } };

export type ListConflictsQueryVariables = Exact<{
  filter?: CaptureConflictFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type ListConflictsQuery = { captureConflicts: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, claim: string, sha256: string | null, createdAt: string, payload: unknown, device: { name: string, model: string | null } | null, photo: { url: string, thumbnailUrl: string, widthPx: number, heightPx: number } | null, capture: { id: string, state: CaptureState, takenAt: string, receivedAt: string, payload: unknown, store: { code: string, name: string, timeZone: string }, bay: { aisle: string }, photo: { url: string, thumbnailUrl: string, widthPx: number, heightPx: number } | null, currentScore: { score: number | null, coverage: number } | null } } }> } };

export type ReadConflictsOfCaptureQueryVariables = Exact<{
  id: string | number;
}>;


export type ReadConflictsOfCaptureQuery = { capture: { id: string, state: CaptureState, takenAt: string, receivedAt: string, payload: unknown, store: { code: string, name: string, timeZone: string }, bay: { aisle: string }, photo: { url: string, thumbnailUrl: string, widthPx: number, heightPx: number } | null, currentScore: { score: number | null, coverage: number } | null, conflicts: Array<{ id: string, claim: string, sha256: string | null, createdAt: string, payload: unknown, device: { name: string, model: string | null } | null, photo: { url: string, thumbnailUrl: string, widthPx: number, heightPx: number } | null }> } | null };

export type CountDeadLetterReasonsQueryVariables = Exact<{ [key: string]: never; }>;


export type CountDeadLetterReasonsQuery = { deadLetterReasons: Array<{ reason: string, stage: string, count: number, newest: string }> };

export type ListDeadLettersQueryVariables = Exact<{
  filter?: DeadLetterFilter | null | undefined;
  after?: string | null | undefined;
  withPayload: boolean;
}>;


export type ListDeadLettersQuery = { deadLetters: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, stage: string, reason: string, message: string, rawPayload?: string, createdAt: string, problems: Array<{ path: string, code: string, message: string }>, store: { code: string, name: string, timeZone: string } | null, capture: { id: string } | null } }> } };

export type LinkedCaptureFragment = { id: string, takenAt: string, store: { timeZone: string }, photo: { thumbnailUrl: string } | null };

export type CompareVersionsQueryVariables = Exact<{
  from: string | number;
  to: string | number;
}>;


export type CompareVersionsQuery = { planogramVersionDiff: { summary: string, entries: Array<{ kind: MappingKind, words: string, facings: { from: { horizontal: number } } | null, size: { from: { widthMm: number } } | null, from: { id: string } | null, to: { id: string } | null }> } | null };

export type DismissSilentDriftMutationVariables = Exact<{
  input: SilentDriftDismissInput;
}>;


export type DismissSilentDriftMutation = { silentDriftDismiss: { dismissed: number, userErrors: Array<{ message: string }> } };

export type ListDriftBatchesQueryVariables = Exact<{ [key: string]: never; }>;


export type ListDriftBatchesQuery = { open: { edges: Array<{ node: { id: string, state: ReprocessBatchState, mode: ReprocessMode, versionChoice: VersionChoice, scope: unknown, publishesAtOnce: boolean, reason: string, createdBy: string, createdAt: string, startedAt: string | null, endedAt: string | null, total: number, ended: number, remainingSeconds: number | null, version: { label: string } | null, bay: { id: string, aisle: string, store: { code: string, name: string, timeZone: string } } | null, progress: { ratePerSecond: number | null, counts: Array<{ state: ReprocessItemState, count: number }> } } }> }, latest: { edges: Array<{ node: { id: string, state: ReprocessBatchState, mode: ReprocessMode, versionChoice: VersionChoice, scope: unknown, publishesAtOnce: boolean, reason: string, createdBy: string, createdAt: string, startedAt: string | null, endedAt: string | null, total: number, ended: number, remainingSeconds: number | null, version: { label: string } | null, bay: { id: string, aisle: string, store: { code: string, name: string, timeZone: string } } | null, progress: { ratePerSecond: number | null, counts: Array<{ state: ReprocessItemState, count: number }> } } }> } };

export type ListDriftGroupsQueryVariables = Exact<{ [key: string]: never; }>;


export type ListDriftGroupsQuery = { driftGroups: Array<{ key: string, reason: DriftReason, taggedVersion: string, count: number, oldest: string, newest: string, modes: Array<DriftReleaseMode>, bay: { id: string, aisle: string, store: { code: string, name: string, timeZone: string } }, tagged: { id: string, label: string, effectiveFrom: string | null, effectiveTo: string | null, planogram: { name: string } } | null, active: { id: string, label: string, effectiveFrom: string | null, effectiveTo: string | null, planogram: { name: string } } | null }> };

export type ListDriftItemsQueryVariables = Exact<{
  bayId: string | number;
  taggedVersion: string;
  after?: string | null | undefined;
}>;


export type ListDriftItemsQuery = { driftItems: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, createdAt: string, capture: { id: string, takenAt: string, store: { timeZone: string }, photo: { thumbnailUrl: string } | null } } }> } };

export type ListSilentDriftGroupsQueryVariables = Exact<{ [key: string]: never; }>;


export type ListSilentDriftGroupsQuery = { silentDriftGroups: Array<{ key: string, count: number, oldest: string, newest: string, meanPinnedScore: number, meanBetterScore: number, bay: { id: string, aisle: string, store: { code: string, name: string, timeZone: string } }, pinned: { id: string, label: string }, better: { id: string, label: string }, latestCapture: { id: string } }> };

export type ListSilentDriftItemsQueryVariables = Exact<{
  filter: SilentDriftItemFilter;
  after?: string | null | undefined;
}>;


export type ListSilentDriftItemsQuery = { silentDriftItems: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, pinnedScore: number, betterScore: number, discriminatingFacings: number, reason: string, score: { tier: number }, capture: { id: string, takenAt: string, store: { timeZone: string }, photo: { thumbnailUrl: string } | null } } }> } };

export type ReadComparedCaptureQueryVariables = Exact<{
  id: string | number;
}>;


export type ReadComparedCaptureQuery = { capture: { id: string, takenAt: string, store: { timeZone: string }, photo: { widthPx: number, heightPx: number, url: string } | null, currentScore: { planogramVersion: { label: string }, verdicts: Array<{ positionId: string | null, box: Array<number> | null }> } | null } | null };

export type AcceptRescoreOfferMutationVariables = Exact<{
  input: RescoreOfferAcceptInput;
}>;


export type AcceptRescoreOfferMutation = { rescoreOfferAccept: { offer: { id: string, batch: { id: string } | null } | null, userErrors: Array<{ message: string }> } };

export type RunBreakerAuditMutationVariables = Exact<{
  name: string;
}>;


export type RunBreakerAuditMutation = { breakerAuditRun: { audit: { open: boolean, noProposal: BreakerNoProposal | null } | null, userErrors: Array<{ message: string }> } };

export type DecideBreakerAuditMutationVariables = Exact<{
  input: BreakerAuditDecideInput;
}>;


export type DecideBreakerAuditMutation = { breakerAuditDecide: { audit: { id: string } | null, userErrors: Array<{ message: string }> } };

export type IsolateBreakerMutationVariables = Exact<{
  input: BreakerActInput;
}>;


export type IsolateBreakerMutation = { breakerIsolate: { breaker: { name: string } | null, userErrors: Array<{ message: string }> } };

export type RestoreBreakerMutationVariables = Exact<{
  input: BreakerActInput;
}>;


export type RestoreBreakerMutation = { breakerRestore: { breaker: { name: string } | null, userErrors: Array<{ message: string }> } };

export type DismissRescoreOfferMutationVariables = Exact<{
  input: RescoreOfferDismissInput;
}>;


export type DismissRescoreOfferMutation = { rescoreOfferDismiss: { offer: { id: string } | null, userErrors: Array<{ message: string }> } };

export type ListBreakerAuditsQueryVariables = Exact<{
  past: number;
}>;


export type ListBreakerAuditsQuery = { open: { edges: Array<{ node: { id: string, name: string, from: string, to: string, capturesPerSecond: number, lateCaptures: number, successMsP999: number | null, callTimeoutMs: number, noProposal: BreakerNoProposal | null, open: boolean, decision: BreakerAuditDecision | null, decidedBy: string | null, decidedAt: string | null, decisionNote: string | null, createdBy: string, createdAt: string, episodes: { ended: number, ongoing: number, byPerson: number, outageSecondsP50: number | null, outageSecondsP90: number | null, probesPerEpisode: number | null, lateSecondsPerEpisode: number | null, falseOpens: number, relapses: number, failuresBeforeOpen: number | null }, lastWeek: { ended: number, ongoing: number, byPerson: number, outageSecondsP50: number | null, outageSecondsP90: number | null, probesPerEpisode: number | null, lateSecondsPerEpisode: number | null, falseOpens: number, relapses: number, failuresBeforeOpen: number | null }, present: { cost: number, probes: number, lateSeconds: number, waits: { baseSeconds: number, factor: number, capSeconds: number } }, proposed: { cost: number, probes: number, lateSeconds: number, waits: { baseSeconds: number, factor: number, capSeconds: number } } | null, candidates: Array<{ cost: number, probes: number, lateSeconds: number, waits: { baseSeconds: number, factor: number, capSeconds: number } }> } }> }, past: { totalCount: number, edges: Array<{ node: { id: string, name: string, from: string, to: string, capturesPerSecond: number, lateCaptures: number, successMsP999: number | null, callTimeoutMs: number, noProposal: BreakerNoProposal | null, open: boolean, decision: BreakerAuditDecision | null, decidedBy: string | null, decidedAt: string | null, decisionNote: string | null, createdBy: string, createdAt: string, episodes: { ended: number, ongoing: number, byPerson: number, outageSecondsP50: number | null, outageSecondsP90: number | null, probesPerEpisode: number | null, lateSecondsPerEpisode: number | null, falseOpens: number, relapses: number, failuresBeforeOpen: number | null }, lastWeek: { ended: number, ongoing: number, byPerson: number, outageSecondsP50: number | null, outageSecondsP90: number | null, probesPerEpisode: number | null, lateSecondsPerEpisode: number | null, falseOpens: number, relapses: number, failuresBeforeOpen: number | null }, present: { cost: number, probes: number, lateSeconds: number, waits: { baseSeconds: number, factor: number, capSeconds: number } }, proposed: { cost: number, probes: number, lateSeconds: number, waits: { baseSeconds: number, factor: number, capSeconds: number } } | null, candidates: Array<{ cost: number, probes: number, lateSeconds: number, waits: { baseSeconds: number, factor: number, capSeconds: number } }> } }> } };

export type AuditPartsFragment = { id: string, name: string, from: string, to: string, capturesPerSecond: number, lateCaptures: number, successMsP999: number | null, callTimeoutMs: number, noProposal: BreakerNoProposal | null, open: boolean, decision: BreakerAuditDecision | null, decidedBy: string | null, decidedAt: string | null, decisionNote: string | null, createdBy: string, createdAt: string, episodes: { ended: number, ongoing: number, byPerson: number, outageSecondsP50: number | null, outageSecondsP90: number | null, probesPerEpisode: number | null, lateSecondsPerEpisode: number | null, falseOpens: number, relapses: number, failuresBeforeOpen: number | null }, lastWeek: { ended: number, ongoing: number, byPerson: number, outageSecondsP50: number | null, outageSecondsP90: number | null, probesPerEpisode: number | null, lateSecondsPerEpisode: number | null, falseOpens: number, relapses: number, failuresBeforeOpen: number | null }, present: { cost: number, probes: number, lateSeconds: number, waits: { baseSeconds: number, factor: number, capSeconds: number } }, proposed: { cost: number, probes: number, lateSeconds: number, waits: { baseSeconds: number, factor: number, capSeconds: number } } | null, candidates: Array<{ cost: number, probes: number, lateSeconds: number, waits: { baseSeconds: number, factor: number, capSeconds: number } }> };

export type EpisodePartsFragment = { ended: number, ongoing: number, byPerson: number, outageSecondsP50: number | null, outageSecondsP90: number | null, probesPerEpisode: number | null, lateSecondsPerEpisode: number | null, falseOpens: number, relapses: number, failuresBeforeOpen: number | null };

export type CandidatePartsFragment = { cost: number, probes: number, lateSeconds: number, waits: { baseSeconds: number, factor: number, capSeconds: number } };

export type ListRescoreOffersQueryVariables = Exact<{ [key: string]: never; }>;


export type ListRescoreOffersQuery = { open: { totalCount: number, edges: Array<{ node: { id: string, breaker: string, outageFrom: string, outageTo: string, captures: number, decision: RescoreOfferDecision | null, decidedBy: string | null, decidedAt: string | null, batch: { id: string } | null } }> }, past: { edges: Array<{ node: { id: string, breaker: string, outageFrom: string, outageTo: string, captures: number, decision: RescoreOfferDecision | null, decidedBy: string | null, decidedAt: string | null, batch: { id: string } | null } }> } };

export type OfferPartsFragment = { id: string, breaker: string, outageFrom: string, outageTo: string, captures: number, decision: RescoreOfferDecision | null, decidedBy: string | null, decidedAt: string | null, batch: { id: string } | null };

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

export type ReadInferenceQueryVariables = Exact<{ [key: string]: never; }>;


export type ReadInferenceQuery = { inferenceTiers: Array<{ tier: number, provider: string, attempts: number, calls: number, shareAnswered: number | null, latencyMsP50: number | null, latencyMsP95: number | null, latencyMsP99: number | null, modelIds: Array<string>, lastAnswerAt: string | null, outcomes: Array<{ outcome: AttemptOutcome, count: number }> }>, breakers: Array<{ name: string, state: BreakerState, since: string | null, openedAt: string | null, retryAt: string | null, reason: string | null, reopenCount: number, ratePerSecond: number | null, probeOwner: string | null, probeSuccesses: number, policy: { builtIn: boolean, failuresToOpen: number, failureRateToOpen: number, windowSeconds: number, baseSeconds: number, factor: number, capSeconds: number, probeSuccessesToClose: number, callTimeoutMs: number, note: string | null, createdBy: string | null, createdAt: string | null } }> };

export type ReadSandboxQueryVariables = Exact<{ [key: string]: never; }>;


export type ReadSandboxQuery = { sandbox: { url: string, problem: string | null, providers: Array<{ provider: SandboxProviderName, calls: number, fault: string | null, setFault: SandboxFault | null, isOn: boolean }> } | null };

export type SetSandboxFaultMutationVariables = Exact<{
  input: SandboxFaultSetInput;
}>;


export type SetSandboxFaultMutation = { sandboxFaultSet: { sandbox: { url: string, problem: string | null, providers: Array<{ provider: SandboxProviderName, calls: number, fault: string | null, setFault: SandboxFault | null, isOn: boolean }> } | null, userErrors: Array<{ message: string }> } };

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

export type ExportVersionQueryVariables = Exact<{
  label: string;
  format: PlanogramExportFormat;
}>;


export type ExportVersionQuery = { planogramVersion: { export: string } | null };

export type ImportPlanogramMutationVariables = Exact<{
  input: PlanogramImportInput;
}>;


export type ImportPlanogramMutation = { planogramImport: { format: PlanogramFormat | null, notes: Array<string>, problems: Array<{ path: string, code: string, message: string }>, userErrors: Array<{ code: string, message: string, field: Array<string> | null }>, version: { id: string, label: string, facts: { positions: number, facings: number }, planogram: { name: string } } | null } };

export type ListAislesOfPlanogramQueryVariables = Exact<{
  label: string;
}>;


export type ListAislesOfPlanogramQuery = { planogramVersion: { planogram: { versions: Array<{ activeBays: Array<{ aisle: string }> }> } } | null };

export type ListKinQueryVariables = Exact<{
  label: string;
}>;


export type ListKinQuery = { planogramVersion: { planogram: { id: string, code: string, name: string, versionCount: number, versions: Array<{ id: string, label: string, effectiveFrom: string | null, effectiveTo: string | null, createdAt: string, createdBy: string | null, sourceFormat: string, facts: { positions: number, facings: number, activeBays: number, expired: boolean } }> } } | null };

export type ListPlannedActivationsQueryVariables = Exact<{
  filter?: PlannedActivationFilter | null | undefined;
}>;


export type ListPlannedActivationsQuery = { plannedActivations: { totalCount: number, edges: Array<{ node: { id: string, state: ActivationState, aisle: string, dueAt: string, createdAt: string, createdBy: string, endedAt: string | null, endedBy: string | null, capturesReleased: number, version: { id: string, label: string }, stores: Array<{ id: string, code: string, name: string }>, groups: Array<{ code: string, name: string, stores: Array<{ id: string }> }>, outcome: { bays: number, activated: number, unchanged: number, overtaken: number } | null } }> } };

export type ListedVersionFragment = { id: string, label: string, effectiveFrom: string | null, effectiveTo: string | null, createdAt: string, createdBy: string | null, sourceFormat: string, facts: { positions: number, facings: number, activeBays: number, expired: boolean } };

export type ListPlanogramsQueryVariables = Exact<{
  search?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type ListPlanogramsQuery = { planograms: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, code: string, name: string, versionCount: number, versions: Array<{ id: string, label: string, effectiveFrom: string | null, effectiveTo: string | null, createdAt: string, createdBy: string | null, sourceFormat: string, facts: { positions: number, facings: number, activeBays: number, expired: boolean } }> } }> } };

export type ListVersionChoicesQueryVariables = Exact<{
  search: string;
}>;


export type ListVersionChoicesQuery = { planograms: { edges: Array<{ node: { id: string, code: string, name: string, versions: Array<{ label: string }> } }> } };

export type PreviewActivationQueryVariables = Exact<{
  input: PlanogramVersionActivateInput;
}>;


export type PreviewActivationQuery = { planogramActivationPreview: { userErrors: Array<{ code: string, message: string, field: Array<string> | null }>, consequences: { aisle: string, at: string, baysTotal: number, baysUnchanged: number, baysReplaced: number, baysFirst: number, baysNew: number, capturesReleased: number, capturesInFlight: number, capturesToDrift: number, recentCapturesOnReplaced: number, recentDevicesOnReplaced: number, silentDriftsEnded: number, warnings: Array<{ code: string, message: string }>, bays: Array<{ expired: boolean, store: { id: string, code: string, name: string }, bay: { id: string } | null, activeVersion: { id: string, label: string } | null }> } | null } };

export type ProposeVersionMappingMutationVariables = Exact<{
  input: VersionMappingProposeInput;
}>;


export type ProposeVersionMappingMutation = { versionMappingPropose: { userErrors: Array<{ message: string }>, entries: Array<{ kind: MappingKind, fromPositionId: string | null, toPositionId: string | null, graceUntil: string | null, fromProduct: { id: string, name: string } | null, toProduct: { id: string, name: string } | null }> } };

export type ReadAssignmentsQueryVariables = Exact<{
  label: string;
}>;


export type ReadAssignmentsQuery = { planogramVersion: { assignments: Array<{ activatedAt: string, deactivatedAt: string | null, activatedBy: string | null, activation: { id: string } | null, bay: { id: string, aisle: string, store: { code: string, name: string, timeZone: string } } }> } | null };

export type ReadVersionDiffQueryVariables = Exact<{
  from: string | number;
  to: string | number;
}>;


export type ReadVersionDiffQuery = { planogramVersionDiff: { summary: string, facingsChanged: number, sizesChanged: number, counts: Array<{ kind: MappingKind, count: number }>, entries: Array<{ kind: MappingKind, words: string, from: { id: string, shelfNumber: number, sequence: number, product: { id: string, name: string } } | null, to: { id: string, shelfNumber: number, sequence: number, product: { id: string, name: string } } | null, facings: { from: { horizontal: number, vertical: number }, to: { horizontal: number, vertical: number } } | null, size: { from: { widthMm: number, heightMm: number }, to: { widthMm: number, heightMm: number } } | null }> } | null };

export type ReadVersionMappingQueryVariables = Exact<{
  from: string | number;
  to: string | number;
}>;


export type ReadVersionMappingQuery = { versionMapping: Array<{ kind: MappingKind, fromPositionId: string | null, toPositionId: string | null, graceUntil: string | null, savedBy: string | null, savedAt: string | null, fromProduct: { id: string, name: string } | null, toProduct: { id: string, name: string } | null }> };

export type ReadPlannedVersionQueryVariables = Exact<{
  label: string;
}>;


export type ReadPlannedVersionQuery = { planogramVersion: { effectiveFrom: string | null, effectiveTo: string | null, createdAt: string, createdBy: string | null, sourceFormat: string, id: string, label: string, widthMm: number, heightMm: number, planogram: { id: string, code: string, name: string }, facts: { positions: number, facings: number, products: number, activeBays: number, assignments: number, expired: boolean }, positions: Array<{ facingsDepth: number, id: string, shelfNumber: number, sequence: number, xMm: number, yMm: number, widthMm: number, heightMm: number, facingsHorizontal: number, facingsVertical: number, product: { gtin: string | null, category: string | null, id: string, name: string, sku: string, brand: string | null } }>, shelves: Array<{ id: string, number: number, xMm: number, yMm: number, widthMm: number, heightMm: number }> } | null };

export type DrawnVersionFragment = { id: string, label: string, widthMm: number, heightMm: number, shelves: Array<{ id: string, number: number, xMm: number, yMm: number, widthMm: number, heightMm: number }>, positions: Array<{ id: string, shelfNumber: number, sequence: number, xMm: number, yMm: number, widthMm: number, heightMm: number, facingsHorizontal: number, facingsVertical: number, product: { id: string, name: string, sku: string, brand: string | null } }> };

export type SaveVersionMappingMutationVariables = Exact<{
  input: VersionMappingSaveInput;
}>;


export type SaveVersionMappingMutation = { versionMappingSave: { saved: number, revoked: number, userErrors: Array<{ code: string, message: string, field: Array<string> | null }> } };

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

export type CompareScoresQueryVariables = Exact<{
  captureId: string | number;
  before: string | number;
  after: string | number;
}>;


export type CompareScoresQuery = { capture: { compareScores: { score: number | null, coverage: number, same: number, changed: number, onlyBefore: number, onlyAfter: number, extrasBefore: number, extrasAfter: number, byComponent: { identity: number, shelf: number, order: number, facings: number } | null, positions: Array<{ kind: PositionDifferenceKind, expected: { id: string, name: string } | null, before: { positionId: string, verdict: Verdict, facingsSeen: number | null, credit: number | null, seen: { id: string, name: string } | null } | null, after: { positionId: string, verdict: Verdict, facingsSeen: number | null, credit: number | null, seen: { id: string, name: string } | null } | null }> } | null } | null };

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
}>;


export type ReadCaptureQuery = { capture: { id: string, state: CaptureState, takenAt: string, receivedAt: string, taggedVersion: string, payload: unknown, photoExpiredAt: string | null, archivedAt: string | null, keptAt: string | null, keptBy: string | null, keptReason: string | null, nextTryAt: string | null, store: { code: string, name: string, timeZone: string }, bay: { id: string, aisle: string, activeVersion: { label: string } | null }, planogramVersion: { label: string } | null, photo: { widthPx: number, heightPx: number, url: string } | null, quality: { shortSidePx: number | null, sharpness: number | null, meanGrey: number | null, darkShare: number | null, glareShare: number | null, flaws: Array<QualityFlaw>, hints: Array<QualityHint>, rule: { id: string, builtIn: boolean, minShortSidePx: number, minSharpness: number, maxAspect: number, maxRetries: number, finalPolicy: FinalQualityPolicy, deviceModel: string | null, note: string, createdBy: string | null, createdAt: string | null, store: { code: string } | null } | null } | null, samePhotoAs: { id: string, takenAt: string, bay: { aisle: string } } | null, samePhotoCaptures: Array<{ id: string, takenAt: string, bay: { aisle: string } }>, supersedes: { id: string, takenAt: string, bay: { aisle: string } } | null, supersededBy: Array<{ id: string, takenAt: string, bay: { aisle: string } }>, currentScore: { id: string, formulaVersion: number, tier: number, modelId: string, configHash: string, createdAt: string, origin: ScoreOrigin, author: string | null, score: number | null, unscoredReason: string | null, coverage: number, onShelfAvailability: number | null, rightShelfRate: number | null, rightPlaceRate: number | null, facingsAccuracy: number | null, strictRate: number | null, qualityFlags: Array<string>, planogramVersion: { label: string }, verdictCounts: Array<{ verdict: Verdict, count: number }>, verdicts: Array<{ id: string, positionId: string | null, verdict: Verdict, facingsPlanned: number, facingsSeen: number | null, confidence: number, credit: number | null, box: Array<number> | null, facingBoxes: Array<Array<number>>, foundAtPositionId: string | null, reason: string, ordinal: number, expected: { id: string, name: string, sku: string, brand: string | null, imageUrls: Array<string> } | null, seen: { id: string, name: string, sku: string, imageUrls: Array<string> } | null, candidates: Array<{ score: number, product: { id: string, name: string, sku: string } }>, overrule: { id: string, verdict: Verdict | null, reason: string, author: string, createdAt: string } | null, waiver: { id: string, reason: string, author: string, expiresAt: string } | null, machine: { id: string, verdict: Verdict, reason: string, confidence: number, credit: number | null, seen: { id: string, name: string, sku: string, imageUrls: Array<string> } | null } | null }> } | null, scores: Array<{ id: string, score: number | null, coverage: number, strictRate: number | null, tier: number, modelId: string, formulaVersion: number, createdAt: string, origin: ScoreOrigin, author: string | null, batch: { id: string } | null, parent: { id: string } | null, mappedFrom: { label: string } | null, planogramVersion: { label: string } }>, attempts: Array<{ ordinal: number, tier: number, provider: string, outcome: string, message: string | null, durationMs: number, createdAt: string }>, history: Array<{ revision: number, fromState: CaptureState | null, toState: CaptureState, reason: string, facts: unknown, actor: string, at: string }>, deadLetter: { id: string, reason: string, stage: string, message: string, createdAt: string, problems: Array<{ path: string, code: string, message: string }> } | null, conflicts: Array<{ id: string, createdAt: string }>, recaptureRequest: { id: string, reasons: Array<RecaptureReason>, createdAt: string, closedAt: string | null, ending: RecaptureEnding | null, fulfilledBy: { id: string, takenAt: string } | null } | null } | null };

export type ReadFacingEvidenceQueryVariables = Exact<{
  scoreId: string | number;
}>;


export type ReadFacingEvidenceQuery = { node:
    | { verdicts: Array<{ id: string, facingsJudged: number | null, facings: Array<{ column: number, row: number, place: Array<number> | null, found: FacingFound, confidence: number | null, seen: { id: string, name: string } | null, candidates: Array<{ score: number, product: { id: string, name: string, sku: string } }>, sight: { compared: number, likeness: number | null, needed: number, lead: number | null, contrast: number, brightness: number, colour: number, colourVariation: number, occupancy: number, foundBy: SightFoundBy | null } | null }> | null, tags: Array<{ text: string, positionId: string | null, product: { id: string, name: string } | null }> | null }> }
    | Record<PropertyKey, never>
   | null };

export type ReadPlanogramVersionQueryVariables = Exact<{
  label: string;
}>;


export type ReadPlanogramVersionQuery = { planogramVersion: { id: string, label: string, widthMm: number, heightMm: number, planogram: { name: string }, shelves: Array<{ id: string, number: number, xMm: number, yMm: number, widthMm: number, heightMm: number }>, positions: Array<{ id: string, shelfNumber: number, sequence: number, xMm: number, yMm: number, widthMm: number, heightMm: number, facingsHorizontal: number, facingsVertical: number, product: { id: string, name: string, sku: string, brand: string | null } }> } | null };

export type ReadPreviousCaptureQueryVariables = Exact<{
  filter: CaptureFilter;
}>;


export type ReadPreviousCaptureQuery = { captures: { edges: Array<{ node: { id: string, takenAt: string, photo: { widthPx: number, heightPx: number, url: string } | null, currentScore: { score: number | null } | null } }> } };

export type ListStoreGroupsQueryVariables = Exact<{ [key: string]: never; }>;


export type ListStoreGroupsQuery = { storeGroups: Array<{ code: string, name: string, createdAt: string, stores: Array<{ id: string, code: string, name: string }> }> };

export type SetStoreGroupMutationVariables = Exact<{
  input: StoreGroupSetInput;
}>;


export type SetStoreGroupMutation = { storeGroupSet: { group: { code: string } | null, userErrors: Array<{ message: string }> } };

export type ListStoresQueryVariables = Exact<{ [key: string]: never; }>;


export type ListStoresQuery = { stores: Array<{ code: string, name: string }> };

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

export type ReadViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ReadViewerQuery = { viewer: { kind: ViewerKind, name: string | null, email: string | null, role: Role | null } };

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
export const BatchGlanceFragmentDoc = new TypedDocumentString(`
    fragment BatchGlance on ReprocessBatch {
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
    `, {"fragmentName":"BatchGlance"}) as unknown as TypedDocumentString<BatchGlanceFragment, unknown>;
export const LinkedCaptureFragmentDoc = new TypedDocumentString(`
    fragment LinkedCapture on Capture {
  id
  takenAt
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
    id
    number
    xMm
    yMm
    widthMm
    heightMm
  }
  positions {
    id
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
        message
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
          takenAt
          bay {
            aisle
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
            takenAt
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
        ...BatchGlance
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
        ...BatchGlance
      }
    }
  }
}
    fragment BatchGlance on ReprocessBatch {
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
export const ReadBatchDocument = new TypedDocumentString(`
    query ReadBatch($id: ID!) {
  reprocessBatch(id: $id) {
    ...BatchGlance
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
    fragment BatchGlance on ReprocessBatch {
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
        takenAt
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
          message
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
export const ListFilterChoicesDocument = new TypedDocumentString(`
    query ListFilterChoices {
  stores {
    code
    name
  }
  planograms(first: 0) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<ListFilterChoicesQuery, ListFilterChoicesQueryVariables>;
export const ListConflictsDocument = new TypedDocumentString(`
    query ListConflicts($filter: CaptureConflictFilter, $after: String) {
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
        payload
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
          payload
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
    query ReadConflictsOfCapture($id: ID!) {
  capture(id: $id) {
    id
    state
    takenAt
    receivedAt
    payload
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
      payload
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
        message
        rawPayload @include(if: $withPayload)
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
        id
      }
      to {
        id
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CompareVersionsQuery, CompareVersionsQueryVariables>;
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
export const ListDriftBatchesDocument = new TypedDocumentString(`
    query ListDriftBatches {
  open: reprocessBatches(open: true, first: 50) {
    edges {
      node {
        ...BatchGlance
      }
    }
  }
  latest: reprocessBatches(first: 20) {
    edges {
      node {
        ...BatchGlance
      }
    }
  }
}
    fragment BatchGlance on ReprocessBatch {
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
  takenAt
  store {
    timeZone
  }
  photo {
    thumbnailUrl
  }
}`) as unknown as TypedDocumentString<ListDriftItemsQuery, ListDriftItemsQueryVariables>;
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
  takenAt
  store {
    timeZone
  }
  photo {
    thumbnailUrl
  }
}`) as unknown as TypedDocumentString<ListSilentDriftItemsQuery, ListSilentDriftItemsQueryVariables>;
export const ReadComparedCaptureDocument = new TypedDocumentString(`
    query ReadComparedCapture($id: ID!) {
  capture(id: $id) {
    id
    takenAt
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
export const ExportVersionDocument = new TypedDocumentString(`
    query ExportVersion($label: String!, $format: PlanogramExportFormat!) {
  planogramVersion(label: $label) {
    export(format: $format)
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
export const ListKinDocument = new TypedDocumentString(`
    query ListKin($label: String!) {
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
}`) as unknown as TypedDocumentString<ListKinQuery, ListKinQueryVariables>;
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
        id
        shelfNumber
        sequence
        product {
          id
          name
        }
      }
      to {
        id
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
    id
    number
    xMm
    yMm
    widthMm
    heightMm
  }
  positions {
    id
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
            takenAt
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
          takenAt
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
export const ExportAzureMatchDocument = new TypedDocumentString(`
    query ExportAzureMatch($id: ID!, $spelling: AzureMatchSpelling!) {
  capture(id: $id) {
    takenAt
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
    query ReadCapture($id: ID!) {
  capture(id: $id) {
    id
    state
    takenAt
    receivedAt
    taggedVersion
    payload
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
      takenAt
      bay {
        aisle
      }
    }
    samePhotoCaptures {
      id
      takenAt
      bay {
        aisle
      }
    }
    supersedes {
      id
      takenAt
      bay {
        aisle
      }
    }
    supersededBy {
      id
      takenAt
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
      planogramVersion {
        label
      }
      verdictCounts {
        verdict
        count
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
      message
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
        takenAt
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ReadCaptureQuery, ReadCaptureQueryVariables>;
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
    id
    number
    xMm
    yMm
    widthMm
    heightMm
  }
  positions {
    id
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
export const ReadPreviousCaptureDocument = new TypedDocumentString(`
    query ReadPreviousCapture($filter: CaptureFilter!) {
  captures(filter: $filter, first: 10) {
    edges {
      node {
        id
        takenAt
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
export const ListStoresDocument = new TypedDocumentString(`
    query ListStores {
  stores {
    code
    name
  }
}
    `) as unknown as TypedDocumentString<ListStoresQuery, ListStoresQueryVariables>;
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
export const ReadViewerDocument = new TypedDocumentString(`
    query ReadViewer {
  viewer {
    kind
    name
    email
    role
  }
}
    `) as unknown as TypedDocumentString<ReadViewerQuery, ReadViewerQueryVariables>;
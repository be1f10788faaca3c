/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
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
  /** The current score has a position with this verdict. */
  verdict?: Verdict | null | undefined;
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

export type DriftReason =
  | 'NO_ACTIVE_VERSION'
  | 'VERSION_NOT_ACTIVE'
  | 'VERSION_UNKNOWN';

export type DriftReleaseInput = {
  bayId: string | number;
  mode: DriftReleaseMode;
  taggedVersion: string;
};

export type DriftReleaseMode =
  | 'ACTIVE'
  | 'EFFECTIVE_AT_CAPTURE'
  | 'TAGGED';

export type FinalQualityPolicy =
  | 'DEAD_LETTER'
  | 'SCORE_FLAGGED';

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

export type Role =
  | 'ADMIN'
  | 'ANALYST'
  | 'CATEGORY_MANAGER'
  | 'OPERATOR';

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

export type ViewerKind =
  | 'DEVICE'
  | 'NOBODY'
  | 'PERSON';

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

export type ListCapturesQueryVariables = Exact<{
  filter?: CaptureFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type ListCapturesQuery = { captures: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, state: CaptureState, takenAt: string, receivedAt: string, taggedVersion: string, store: { code: string, name: string, timeZone: string }, bay: { aisle: string }, planogramVersion: { label: string } | null, photo: { thumbnailUrl: string, widthPx: number, heightPx: number } | null, quality: { shortSidePx: number | null, sharpness: number | null, meanGrey: number | null, darkShare: number | null, glareShare: number | null, flaws: Array<QualityFlaw>, rule: { minShortSidePx: number, minSharpness: number, maxAspect: number } | null } | null, deadLetter: { reason: string, message: string } | null, currentScore: { score: number | null, coverage: number, tier: number, unscoredReason: string | null, verdictCounts: Array<{ verdict: Verdict, count: number }> } | null } }> } };

export type ListFilterChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type ListFilterChoicesQuery = { stores: Array<{ code: string, name: string }>, planograms: Array<{ name: string, versions: Array<{ label: string }> }> };

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

export type ListDriftGroupsQueryVariables = Exact<{ [key: string]: never; }>;


export type ListDriftGroupsQuery = { driftGroups: Array<{ key: string, reason: DriftReason, taggedVersion: string, count: number, oldest: string, newest: string, modes: Array<DriftReleaseMode>, bay: { id: string, aisle: string, store: { code: string, name: string, timeZone: string } }, tagged: { label: string, effectiveFrom: string | null, effectiveTo: string | null, planogram: { name: string } } | null, active: { label: string, effectiveFrom: string | null, effectiveTo: string | null, planogram: { name: string } } | null }> };

export type ListDriftItemsQueryVariables = Exact<{
  bayId: string | number;
  taggedVersion: string;
  after?: string | null | undefined;
}>;


export type ListDriftItemsQuery = { driftItems: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, createdAt: string, capture: { id: string, takenAt: string, store: { timeZone: string }, photo: { thumbnailUrl: string } | null } } }> } };

export type ReleaseDriftMutationVariables = Exact<{
  input: DriftReleaseInput;
}>;


export type ReleaseDriftMutation = { driftRelease: { released: number, skipped: number, userErrors: Array<{ code: string, message: string }> } };

export type ReadPipelineQueryVariables = Exact<{ [key: string]: never; }>;


export type ReadPipelineQuery = { pipeline: { scoredLastHour: number, driftOpen: number, deadLettersOpen: number, medianScore: number | null, states: Array<{ state: CaptureState, count: number }> } };

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

export type ReadCaptureQueryVariables = Exact<{
  id: string | number;
}>;


export type ReadCaptureQuery = { capture: { id: string, state: CaptureState, takenAt: string, receivedAt: string, taggedVersion: string, payload: unknown, nextTryAt: string | null, store: { code: string, name: string, timeZone: string }, bay: { id: string, aisle: string, activeVersion: { label: string } | null }, planogramVersion: { label: string } | null, photo: { widthPx: number, heightPx: number, url: string } | null, quality: { shortSidePx: number | null, sharpness: number | null, meanGrey: number | null, darkShare: number | null, glareShare: number | null, flaws: Array<QualityFlaw>, hints: Array<QualityHint>, rule: { id: string, builtIn: boolean, minShortSidePx: number, minSharpness: number, maxAspect: number, maxRetries: number, finalPolicy: FinalQualityPolicy, deviceModel: string | null, note: string, createdBy: string | null, createdAt: string | null, store: { code: string } | null } | null } | null, samePhotoAs: { id: string, takenAt: string, bay: { aisle: string } } | null, samePhotoCaptures: Array<{ id: string, takenAt: string, bay: { aisle: string } }>, supersedes: { id: string, takenAt: string, bay: { aisle: string } } | null, supersededBy: Array<{ id: string, takenAt: string, bay: { aisle: string } }>, currentScore: { id: string, formulaVersion: number, tier: number, modelId: string, configHash: string, createdAt: string, score: number | null, unscoredReason: string | null, coverage: number, onShelfAvailability: number | null, rightShelfRate: number | null, rightPlaceRate: number | null, facingsAccuracy: number | null, strictRate: number | null, qualityFlags: Array<string>, planogramVersion: { label: string }, verdictCounts: Array<{ verdict: Verdict, count: number }>, verdicts: Array<{ id: string, positionId: string | null, verdict: Verdict, facingsPlanned: number, facingsSeen: number | null, confidence: number, credit: number | null, box: Array<number> | null, facingBoxes: Array<Array<number>>, foundAtPositionId: string | null, reason: string, expected: { id: string, name: string, sku: string, brand: string | null, imageUrls: Array<string> } | null, seen: { id: string, name: string, sku: string, imageUrls: Array<string> } | null, candidates: Array<{ score: number, product: { id: string, name: string, sku: string } }> }> } | null, scores: Array<{ id: string, score: number | null, coverage: number, strictRate: number | null, tier: number, modelId: string, formulaVersion: number, createdAt: string, planogramVersion: { label: string } }>, attempts: Array<{ ordinal: number, tier: number, provider: string, outcome: string, message: string | null, durationMs: number, createdAt: string }>, history: Array<{ revision: number, fromState: CaptureState | null, toState: CaptureState, reason: string, facts: unknown, actor: string, at: string }>, deadLetter: { id: string, reason: string, stage: string, message: string, createdAt: string, problems: Array<{ path: string, code: string, message: string }> } | null, conflicts: Array<{ id: string, createdAt: string }>, recaptureRequest: { id: string, reasons: Array<RecaptureReason>, createdAt: string, closedAt: string | null, ending: RecaptureEnding | null, fulfilledBy: { id: string, takenAt: string } | null } | null } | null };

export type ReadPlanogramVersionQueryVariables = Exact<{
  label: string;
}>;


export type ReadPlanogramVersionQuery = { planogramVersion: { id: string, label: string, widthMm: number, heightMm: number, planogram: { name: string }, shelves: Array<{ id: string, number: number, xMm: number, yMm: number, widthMm: number, heightMm: number }>, positions: Array<{ id: string, shelfNumber: number, sequence: number, xMm: number, yMm: number, widthMm: number, heightMm: number, facingsHorizontal: number, facingsVertical: number, product: { id: string, name: string, sku: string, brand: string | null } }> } | null };

export type ListStoresQueryVariables = Exact<{ [key: string]: never; }>;


export type ListStoresQuery = { stores: Array<{ code: string, name: string }> };

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
  planograms {
    name
    versions {
      label
    }
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
      label
      effectiveFrom
      effectiveTo
      planogram {
        name
      }
    }
    active {
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
          id
          takenAt
          store {
            timeZone
          }
          photo {
            thumbnailUrl
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ListDriftItemsQuery, ListDriftItemsQueryVariables>;
export const ReleaseDriftDocument = new TypedDocumentString(`
    mutation ReleaseDrift($input: DriftReleaseInput!) {
  driftRelease(input: $input) {
    released
    skipped
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ReleaseDriftMutation, ReleaseDriftMutationVariables>;
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
export const ReadPlanogramVersionDocument = new TypedDocumentString(`
    query ReadPlanogramVersion($label: String!) {
  planogramVersion(label: $label) {
    id
    label
    widthMm
    heightMm
    planogram {
      name
    }
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
}
    `) as unknown as TypedDocumentString<ReadPlanogramVersionQuery, ReadPlanogramVersionQueryVariables>;
export const ListStoresDocument = new TypedDocumentString(`
    query ListStores {
  stores {
    code
    name
  }
}
    `) as unknown as TypedDocumentString<ListStoresQuery, ListStoresQueryVariables>;
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
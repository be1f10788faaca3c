/* eslint-disable */
import * as types from './graphql.ts';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query ListCaptures($filter: CaptureFilter, $first: Int!, $after: String) {\n    captures(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges {\n        node {\n          id\n          state\n          takenAt\n          receivedAt\n          taggedVersion\n          store { code name timeZone }\n          bay { aisle }\n          planogramVersion { label }\n          photo { thumbnailUrl }\n          currentScore { score coverage tier unscoredReason verdictCounts { verdict count } }\n        }\n      }\n    }\n  }\n": typeof types.ListCapturesDocument,
    "\n  query ListFilterChoices {\n    stores { code name }\n    planograms { name versions { label } }\n  }\n": typeof types.ListFilterChoicesDocument,
    "\n  query CountDeadLetterReasons {\n    deadLetterReasons { reason stage count newest }\n  }\n": typeof types.CountDeadLetterReasonsDocument,
    "\n  query ListDeadLetters($filter: DeadLetterFilter, $after: String, $withPayload: Boolean!) {\n    deadLetters(filter: $filter, first: 25, after: $after) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges {\n        node {\n          id\n          stage\n          reason\n          message\n          rawPayload @include(if: $withPayload)\n          createdAt\n          problems { path code message }\n          store { code name timeZone }\n          capture { id }\n        }\n      }\n    }\n  }\n": typeof types.ListDeadLettersDocument,
    "\n  query ListDriftGroups {\n    driftGroups {\n      key\n      reason\n      taggedVersion\n      count\n      oldest\n      newest\n      modes\n      bay { id aisle store { code name timeZone } }\n      tagged { label effectiveFrom effectiveTo planogram { name } }\n      active { label effectiveFrom effectiveTo planogram { name } }\n    }\n  }\n": typeof types.ListDriftGroupsDocument,
    "\n  query ListDriftItems($bayId: ID!, $taggedVersion: String!, $after: String) {\n    driftItems(filter: { bayId: $bayId, taggedVersion: $taggedVersion, open: true }, first: 24, after: $after) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges {\n        node {\n          id\n          createdAt\n          capture { id takenAt store { timeZone } photo { thumbnailUrl } }\n        }\n      }\n    }\n  }\n": typeof types.ListDriftItemsDocument,
    "\n  mutation ReleaseDrift($input: DriftReleaseInput!) {\n    driftRelease(input: $input) { released skipped userErrors { code message } }\n  }\n": typeof types.ReleaseDriftDocument,
    "\n  query ReadPipeline {\n    pipeline { states { state count } scoredLastHour driftOpen deadLettersOpen medianScore }\n  }\n": typeof types.ReadPipelineDocument,
    "\n  query ReadCapture($id: ID!) {\n    capture(id: $id) {\n      id\n      state\n      takenAt\n      receivedAt\n      taggedVersion\n      payload\n      store { code name timeZone }\n      bay { id aisle activeVersion { label } }\n      planogramVersion { label }\n      photo { widthPx heightPx url }\n      quality { shortSidePx sharpness flaws }\n      currentScore {\n        id\n        formulaVersion\n        tier\n        modelId\n        configHash\n        createdAt\n        score\n        unscoredReason\n        coverage\n        onShelfAvailability\n        rightShelfRate\n        rightPlaceRate\n        facingsAccuracy\n        strictRate\n        qualityFlags\n        planogramVersion { label }\n        verdictCounts { verdict count }\n        verdicts {\n          id\n          positionId\n          verdict\n          expected { id name sku brand imageUrls }\n          seen { id name sku imageUrls }\n          facingsPlanned\n          facingsSeen\n          confidence\n          credit\n          box\n          facingBoxes\n          candidates { product { id name sku } score }\n          foundAtPositionId\n          reason\n        }\n      }\n      scores { id score coverage strictRate tier modelId formulaVersion createdAt planogramVersion { label } }\n      attempts { ordinal tier provider outcome message durationMs createdAt }\n      history { revision fromState toState reason facts actor at }\n      deadLetter { id reason stage message problems { path code message } createdAt }\n      conflicts { id claim createdAt payload }\n      recaptureRequest { reasons createdAt closedAt }\n    }\n  }\n": typeof types.ReadCaptureDocument,
    "\n  query ReadPlanogramVersion($label: String!) {\n    planogramVersion(label: $label) {\n      id\n      label\n      widthMm\n      heightMm\n      planogram { name }\n      shelves { id number xMm yMm widthMm heightMm }\n      positions {\n        id\n        shelfNumber\n        sequence\n        xMm\n        yMm\n        widthMm\n        heightMm\n        facingsHorizontal\n        facingsVertical\n        product { id name sku brand }\n      }\n    }\n  }\n": typeof types.ReadPlanogramVersionDocument,
    "\n  query ReadViewer {\n    viewer { kind name email role }\n  }\n": typeof types.ReadViewerDocument,
};
const documents: Documents = {
    "\n  query ListCaptures($filter: CaptureFilter, $first: Int!, $after: String) {\n    captures(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges {\n        node {\n          id\n          state\n          takenAt\n          receivedAt\n          taggedVersion\n          store { code name timeZone }\n          bay { aisle }\n          planogramVersion { label }\n          photo { thumbnailUrl }\n          currentScore { score coverage tier unscoredReason verdictCounts { verdict count } }\n        }\n      }\n    }\n  }\n": types.ListCapturesDocument,
    "\n  query ListFilterChoices {\n    stores { code name }\n    planograms { name versions { label } }\n  }\n": types.ListFilterChoicesDocument,
    "\n  query CountDeadLetterReasons {\n    deadLetterReasons { reason stage count newest }\n  }\n": types.CountDeadLetterReasonsDocument,
    "\n  query ListDeadLetters($filter: DeadLetterFilter, $after: String, $withPayload: Boolean!) {\n    deadLetters(filter: $filter, first: 25, after: $after) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges {\n        node {\n          id\n          stage\n          reason\n          message\n          rawPayload @include(if: $withPayload)\n          createdAt\n          problems { path code message }\n          store { code name timeZone }\n          capture { id }\n        }\n      }\n    }\n  }\n": types.ListDeadLettersDocument,
    "\n  query ListDriftGroups {\n    driftGroups {\n      key\n      reason\n      taggedVersion\n      count\n      oldest\n      newest\n      modes\n      bay { id aisle store { code name timeZone } }\n      tagged { label effectiveFrom effectiveTo planogram { name } }\n      active { label effectiveFrom effectiveTo planogram { name } }\n    }\n  }\n": types.ListDriftGroupsDocument,
    "\n  query ListDriftItems($bayId: ID!, $taggedVersion: String!, $after: String) {\n    driftItems(filter: { bayId: $bayId, taggedVersion: $taggedVersion, open: true }, first: 24, after: $after) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges {\n        node {\n          id\n          createdAt\n          capture { id takenAt store { timeZone } photo { thumbnailUrl } }\n        }\n      }\n    }\n  }\n": types.ListDriftItemsDocument,
    "\n  mutation ReleaseDrift($input: DriftReleaseInput!) {\n    driftRelease(input: $input) { released skipped userErrors { code message } }\n  }\n": types.ReleaseDriftDocument,
    "\n  query ReadPipeline {\n    pipeline { states { state count } scoredLastHour driftOpen deadLettersOpen medianScore }\n  }\n": types.ReadPipelineDocument,
    "\n  query ReadCapture($id: ID!) {\n    capture(id: $id) {\n      id\n      state\n      takenAt\n      receivedAt\n      taggedVersion\n      payload\n      store { code name timeZone }\n      bay { id aisle activeVersion { label } }\n      planogramVersion { label }\n      photo { widthPx heightPx url }\n      quality { shortSidePx sharpness flaws }\n      currentScore {\n        id\n        formulaVersion\n        tier\n        modelId\n        configHash\n        createdAt\n        score\n        unscoredReason\n        coverage\n        onShelfAvailability\n        rightShelfRate\n        rightPlaceRate\n        facingsAccuracy\n        strictRate\n        qualityFlags\n        planogramVersion { label }\n        verdictCounts { verdict count }\n        verdicts {\n          id\n          positionId\n          verdict\n          expected { id name sku brand imageUrls }\n          seen { id name sku imageUrls }\n          facingsPlanned\n          facingsSeen\n          confidence\n          credit\n          box\n          facingBoxes\n          candidates { product { id name sku } score }\n          foundAtPositionId\n          reason\n        }\n      }\n      scores { id score coverage strictRate tier modelId formulaVersion createdAt planogramVersion { label } }\n      attempts { ordinal tier provider outcome message durationMs createdAt }\n      history { revision fromState toState reason facts actor at }\n      deadLetter { id reason stage message problems { path code message } createdAt }\n      conflicts { id claim createdAt payload }\n      recaptureRequest { reasons createdAt closedAt }\n    }\n  }\n": types.ReadCaptureDocument,
    "\n  query ReadPlanogramVersion($label: String!) {\n    planogramVersion(label: $label) {\n      id\n      label\n      widthMm\n      heightMm\n      planogram { name }\n      shelves { id number xMm yMm widthMm heightMm }\n      positions {\n        id\n        shelfNumber\n        sequence\n        xMm\n        yMm\n        widthMm\n        heightMm\n        facingsHorizontal\n        facingsVertical\n        product { id name sku brand }\n      }\n    }\n  }\n": types.ReadPlanogramVersionDocument,
    "\n  query ReadViewer {\n    viewer { kind name email role }\n  }\n": types.ReadViewerDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ListCaptures($filter: CaptureFilter, $first: Int!, $after: String) {\n    captures(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges {\n        node {\n          id\n          state\n          takenAt\n          receivedAt\n          taggedVersion\n          store { code name timeZone }\n          bay { aisle }\n          planogramVersion { label }\n          photo { thumbnailUrl }\n          currentScore { score coverage tier unscoredReason verdictCounts { verdict count } }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ListCapturesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ListFilterChoices {\n    stores { code name }\n    planograms { name versions { label } }\n  }\n"): typeof import('./graphql.ts').ListFilterChoicesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CountDeadLetterReasons {\n    deadLetterReasons { reason stage count newest }\n  }\n"): typeof import('./graphql.ts').CountDeadLetterReasonsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ListDeadLetters($filter: DeadLetterFilter, $after: String, $withPayload: Boolean!) {\n    deadLetters(filter: $filter, first: 25, after: $after) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges {\n        node {\n          id\n          stage\n          reason\n          message\n          rawPayload @include(if: $withPayload)\n          createdAt\n          problems { path code message }\n          store { code name timeZone }\n          capture { id }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ListDeadLettersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ListDriftGroups {\n    driftGroups {\n      key\n      reason\n      taggedVersion\n      count\n      oldest\n      newest\n      modes\n      bay { id aisle store { code name timeZone } }\n      tagged { label effectiveFrom effectiveTo planogram { name } }\n      active { label effectiveFrom effectiveTo planogram { name } }\n    }\n  }\n"): typeof import('./graphql.ts').ListDriftGroupsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ListDriftItems($bayId: ID!, $taggedVersion: String!, $after: String) {\n    driftItems(filter: { bayId: $bayId, taggedVersion: $taggedVersion, open: true }, first: 24, after: $after) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges {\n        node {\n          id\n          createdAt\n          capture { id takenAt store { timeZone } photo { thumbnailUrl } }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ListDriftItemsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReleaseDrift($input: DriftReleaseInput!) {\n    driftRelease(input: $input) { released skipped userErrors { code message } }\n  }\n"): typeof import('./graphql.ts').ReleaseDriftDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReadPipeline {\n    pipeline { states { state count } scoredLastHour driftOpen deadLettersOpen medianScore }\n  }\n"): typeof import('./graphql.ts').ReadPipelineDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReadCapture($id: ID!) {\n    capture(id: $id) {\n      id\n      state\n      takenAt\n      receivedAt\n      taggedVersion\n      payload\n      store { code name timeZone }\n      bay { id aisle activeVersion { label } }\n      planogramVersion { label }\n      photo { widthPx heightPx url }\n      quality { shortSidePx sharpness flaws }\n      currentScore {\n        id\n        formulaVersion\n        tier\n        modelId\n        configHash\n        createdAt\n        score\n        unscoredReason\n        coverage\n        onShelfAvailability\n        rightShelfRate\n        rightPlaceRate\n        facingsAccuracy\n        strictRate\n        qualityFlags\n        planogramVersion { label }\n        verdictCounts { verdict count }\n        verdicts {\n          id\n          positionId\n          verdict\n          expected { id name sku brand imageUrls }\n          seen { id name sku imageUrls }\n          facingsPlanned\n          facingsSeen\n          confidence\n          credit\n          box\n          facingBoxes\n          candidates { product { id name sku } score }\n          foundAtPositionId\n          reason\n        }\n      }\n      scores { id score coverage strictRate tier modelId formulaVersion createdAt planogramVersion { label } }\n      attempts { ordinal tier provider outcome message durationMs createdAt }\n      history { revision fromState toState reason facts actor at }\n      deadLetter { id reason stage message problems { path code message } createdAt }\n      conflicts { id claim createdAt payload }\n      recaptureRequest { reasons createdAt closedAt }\n    }\n  }\n"): typeof import('./graphql.ts').ReadCaptureDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReadPlanogramVersion($label: String!) {\n    planogramVersion(label: $label) {\n      id\n      label\n      widthMm\n      heightMm\n      planogram { name }\n      shelves { id number xMm yMm widthMm heightMm }\n      positions {\n        id\n        shelfNumber\n        sequence\n        xMm\n        yMm\n        widthMm\n        heightMm\n        facingsHorizontal\n        facingsVertical\n        product { id name sku brand }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ReadPlanogramVersionDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReadViewer {\n    viewer { kind name email role }\n  }\n"): typeof import('./graphql.ts').ReadViewerDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

import { queryOptions } from '@tanstack/react-query';
import { graphql } from '../../generated/gql.ts';
import type { ReadCaptureQuery } from '../../generated/graphql.ts';
import { execute } from '../../lib/execute.ts';
import { stateWords } from '../../lib/words/state-words.ts';

export type ReviewedCapture = NonNullable<ReadCaptureQuery['capture']>;
export type CurrentScore = NonNullable<ReviewedCapture['currentScore']>;
export type PositionVerdict = CurrentScore['verdicts'][number];

const document = graphql(`
  query ReadCapture($id: ID!) {
    capture(id: $id) {
      id
      state
      takenAt
      receivedAt
      taggedVersion
      payload
      store { code name timeZone }
      bay { id aisle activeVersion { label } }
      planogramVersion { label }
      photo { widthPx heightPx url }
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
          store { code }
        }
      }
      samePhotoAs { id takenAt bay { aisle } }
      samePhotoCaptures { id takenAt bay { aisle } }
      supersedes { id takenAt bay { aisle } }
      supersededBy { id takenAt bay { aisle } }
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
        planogramVersion { label }
        verdictCounts { verdict count }
        verdicts {
          id
          positionId
          verdict
          expected { id name sku brand imageUrls }
          seen { id name sku imageUrls }
          facingsPlanned
          facingsSeen
          confidence
          credit
          box
          facingBoxes
          candidates { product { id name sku } score }
          foundAtPositionId
          reason
          ordinal
          overrule { id verdict reason author createdAt }
          waiver { id reason author expiresAt }
          machine { id verdict reason confidence credit seen { id name sku imageUrls } }
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
        batch { id }
        parent { id }
        mappedFrom { label }
        planogramVersion { label }
      }
      attempts { ordinal tier provider outcome message durationMs createdAt }
      history { revision fromState toState reason facts actor at }
      deadLetter { id reason stage message problems { path code message } createdAt }
      conflicts { id createdAt }
      recaptureRequest { id reasons createdAt closedAt ending fulfilledBy { id takenAt } }
    }
  }
`);

/** One capture with all that a review needs. Asked for each second until its story is over. */
export const captureQuery = (id: string) =>
  queryOptions({
    queryKey: ['capture', id],
    queryFn: ({ signal }) => execute(document, { id }, signal).then((answer) => answer.capture),
    refetchInterval: (query) => {
      const state = query.state.data?.state;
      return state && stateWords[state].terminal ? 15_000 : 1_000;
    },
  });

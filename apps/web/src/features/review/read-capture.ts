import { queryOptions } from '@tanstack/react-query';
import { graphql } from '../../generated/gql.ts';
import type { ReadCaptureQuery } from '../../generated/graphql.ts';
import { captureStateLabels } from '../../labels/capture-state-labels.ts';
import { execute } from '../../lib/execute.ts';

export type ReviewedCapture = NonNullable<ReadCaptureQuery['capture']>;
export type CurrentScore = NonNullable<ReviewedCapture['currentScore']>;
export type PositionVerdict = CurrentScore['verdicts'][number];

const document = graphql(`
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
      device { id mac keys { id name } clockErrorMs clockErrorSource }
      taggedVersion
      payload @include(if: $withPayload)
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
      samePhotoAs { id takenAt: effectiveTakenAt bay { aisle } }
      samePhotoCaptures { id takenAt: effectiveTakenAt bay { aisle } }
      supersedes { id takenAt: effectiveTakenAt bay { aisle } }
      supersededBy { id takenAt: effectiveTakenAt bay { aisle } }
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
        likelyBay { aisle }
        planogramVersion { label }
        verdictCounts { verdict count }
        coveredRegions { outlines }
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
      deadLetter { id reason stage params problems { path code message } createdAt }
      conflicts { id createdAt }
      recaptureRequest { id reasons createdAt closedAt ending fulfilledBy { id takenAt: effectiveTakenAt } }
    }
  }
`);

/** Returns the key of a capture in the cache. */
export const captureKey = (id: string) => ['capture', id];

/**
 * Reads one capture with all that a review needs; every second until its state is final.
 * @param withPayload false for viewers who may not read payloads: the API would refuse the whole capture
 */
export const captureQuery = (id: string, withPayload: boolean) =>
  queryOptions({
    queryKey: captureKey(id),
    queryFn: ({ signal }) => execute(document, { id, withPayload }, signal).then((answer) => answer.capture),
    refetchInterval: (query) => {
      const state = query.state.data?.state;
      return state && captureStateLabels[state].terminal ? 15_000 : 1_000;
    },
  });

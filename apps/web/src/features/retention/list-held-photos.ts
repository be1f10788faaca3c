import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { graphql } from '../../generated/gql.ts';
import type { ListHeldPhotosQuery, RetentionHolding } from '../../generated/graphql.ts';
import { execute } from '../../lib/execute.ts';

export type RetryBanner = ListHeldPhotosQuery['retentionHeldPhotos']['edges'][number]['node'];

const counting = graphql(`
  query CountHeldPhotos {
    retentionHeld { asOf counts { holding photos limitReached } }
  }
`);
const listing = graphql(`
  query ListHeldPhotos($holding: RetentionHolding!, $after: String) {
    retentionHeldPhotos(holding: $holding, first: 50, after: $after) {
      pageInfo { hasNextPage endCursor }
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
            store { code timeZone }
            bay { aisle }
            photo { thumbnailUrl }
            currentScore { score unscoredReason }
          }
        }
      }
    }
  }
`);

/** Counts the photos that stay now, by reason. The query looks at thousands of photos, so it runs rarely. */
export const heldCountsQuery = queryOptions({
  queryKey: ['retention', 'held'],
  queryFn: ({ signal }) => execute(counting, {}, signal).then((answer) => answer.retentionHeld),
  refetchInterval: 60_000,
});

export const heldPhotosQuery = (holding: RetentionHolding) =>
  infiniteQueryOptions({
    queryKey: ['retention', 'held', holding],
    queryFn: ({ pageParam, signal }) =>
      execute(listing, { holding, after: pageParam }, signal).then((answer) => answer.retentionHeldPhotos),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null),
    placeholderData: keepPreviousData,
  });

import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { graphql } from '../../generated/gql.ts';
import type { ListRecaptureRequestsQuery, RecaptureRequestFilter } from '../../generated/graphql.ts';
import { execute } from '../../lib/execute.ts';

export type ListedRequest = ListRecaptureRequestsQuery['recaptureRequests']['edges'][number]['node'];

const document = graphql(`
  query ListRecaptureRequests($filter: RecaptureRequestFilter, $first: Int!, $after: String) {
    recaptureRequests(filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
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
          store { code name timeZone }
          bay { activeVersion { label planogram { name } } }
          capture {
            id
            state
            nextTryAt
            photo { thumbnailUrl widthPx heightPx }
            quality {
              shortSidePx
              sharpness
              meanGrey
              darkShare
              glareShare
              rule { minShortSidePx minSharpness maxAspect }
            }
          }
          fulfilledBy { id takenAt photo { thumbnailUrl } }
        }
      }
    }
  }
`);

/** Open requests are sorted by store and bay, which needs all of them: large pages. Closed ones are newest first. */
const pageSize = (filter: RecaptureRequestFilter) => (filter.open ? 200 : 25);

/** Lists requests for new photos, newest first, page by page. */
export const recaptureRequestsQuery = (filter: RecaptureRequestFilter) =>
  infiniteQueryOptions({
    queryKey: ['recapture-requests', filter],
    queryFn: ({ pageParam, signal }) =>
      execute(document, { filter, first: pageSize(filter), after: pageParam }, signal).then(
        (answer) => answer.recaptureRequests,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null),
    placeholderData: keepPreviousData,
    refetchInterval: (query) => 5_000 * Math.max(1, query.state.data?.pages.length ?? 1),
  });

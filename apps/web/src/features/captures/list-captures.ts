import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { graphql } from '../../generated/gql.ts';
import type { CaptureFilter, ListCapturesQuery } from '../../generated/graphql.ts';
import { execute } from '../../lib/execute.ts';

export type ListedCapture = ListCapturesQuery['captures']['edges'][number]['node'];

const document = graphql(`
  query ListCaptures($filter: CaptureFilter, $first: Int!, $after: String) {
    captures(filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges {
        node {
          id
          state
          takenAt: effectiveTakenAt
          receivedAt
          taggedVersion
          store { code name timeZone }
          bay { aisle }
          planogramVersion { label }
          photo { thumbnailUrl widthPx heightPx }
          quality {
            shortSidePx
            sharpness
            meanGrey
            darkShare
            glareShare
            flaws
            rule { minShortSidePx minSharpness maxAspect }
          }
          deadLetter { reason params }
          currentScore { score coverage tier unscoredReason verdictCounts { verdict count } }
        }
      }
    }
  }
`);

/**
 * Lists captures, newest first, page by page. Every refresh reads all loaded pages, so the interval grows with them.
 */
export const capturesQuery = (filter: CaptureFilter, pageSize = 50) =>
  infiniteQueryOptions({
    queryKey: ['captures', filter, pageSize],
    queryFn: ({ pageParam, signal }) =>
      execute(document, { filter, first: pageSize, after: pageParam }, signal).then(
        (answer) => answer.captures,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null),
    placeholderData: keepPreviousData,
    refetchInterval: (query) => 3_000 * Math.max(1, query.state.data?.pages.length ?? 1),
  });

import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { graphql } from '../../generated/gql.ts';
import type { CaptureConflictFilter, ListConflictsQuery } from '../../generated/graphql.ts';
import { execute } from '../../lib/execute.ts';

export type ListedConflict = ListConflictsQuery['captureConflicts']['edges'][number]['node'];

const document = graphql(`
  query ListConflicts($filter: CaptureConflictFilter, $after: String, $withPayload: Boolean!) {
    captureConflicts(filter: $filter, first: 10, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges {
        node {
          id
          claim
          sha256
          createdAt
          payload @include(if: $withPayload)
          device { name model }
          photo { url thumbnailUrl widthPx heightPx }
          capture {
            id
            state
            takenAt
            receivedAt
            payload @include(if: $withPayload)
            store { code name timeZone }
            bay { aisle }
            photo { url thumbnailUrl widthPx heightPx }
            currentScore { score coverage }
          }
        }
      }
    }
  }
`);

/**
 * Lists conflicts, newest first, page by page.
 * @param withPayload false for viewers who may not read payloads: the API would refuse the whole list
 */
export const conflictsQuery = (filter: CaptureConflictFilter, withPayload: boolean) =>
  infiniteQueryOptions({
    queryKey: ['conflicts', filter, withPayload],
    queryFn: ({ pageParam, signal }) =>
      execute(document, { filter, after: pageParam, withPayload }, signal).then(
        (answer) => answer.captureConflicts,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null),
    placeholderData: keepPreviousData,
    refetchInterval: (query) => 5_000 * Math.max(1, query.state.data?.pages.length ?? 1),
  });

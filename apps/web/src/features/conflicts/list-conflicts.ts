import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { graphql } from '../../generated/gql.ts';
import type { CaptureConflictFilter, ListConflictsQuery } from '../../generated/graphql.ts';
import { execute } from '../../lib/execute.ts';

export type ListedConflict = ListConflictsQuery['captureConflicts']['edges'][number]['node'];

const document = graphql(`
  query ListConflicts($filter: CaptureConflictFilter, $after: String) {
    captureConflicts(filter: $filter, first: 10, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges {
        node {
          id
          claim
          sha256
          createdAt
          payload
          device { name model }
          photo { url thumbnailUrl widthPx heightPx }
          capture {
            id
            state
            takenAt
            receivedAt
            payload
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

/** Conflicts, newest first, page by page. */
export const conflictsQuery = (filter: CaptureConflictFilter) =>
  infiniteQueryOptions({
    queryKey: ['conflicts', filter],
    queryFn: ({ pageParam, signal }) =>
      execute(document, { filter, after: pageParam }, signal).then((answer) => answer.captureConflicts),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null),
    placeholderData: keepPreviousData,
    refetchInterval: (query) => 5_000 * Math.max(1, query.state.data?.pages.length ?? 1),
  });

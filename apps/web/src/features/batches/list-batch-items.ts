import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { graphql } from '../../generated/gql.ts';
import type { ListBatchItemsQuery, ReprocessItemState } from '../../generated/graphql.ts';
import { execute } from '../../lib/execute.ts';

type Connection = NonNullable<ListBatchItemsQuery['reprocessBatch']>['items'];
export type BatchItem = Connection['edges'][number]['node'];

const document = graphql(`
  query ListBatchItems($id: ID!, $states: [ReprocessItemState!], $failure: String, $after: String) {
    reprocessBatch(id: $id) {
      items(states: $states, failure: $failure, first: 50, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        edges {
          node {
            state
            attempts
            failure
            message
            capture { id takenAt: effectiveTakenAt store { code timeZone } bay { aisle } photo { thumbnailUrl } }
            scoreBefore { score coverage unscoredReason planogramVersion { label } }
            scoreAfter { score coverage unscoredReason planogramVersion { label } }
          }
        }
      }
    }
  }
`);

const none: Connection = { totalCount: 0, pageInfo: { hasNextPage: false, endCursor: null }, edges: [] };

export interface ItemFilter {
  state: ReprocessItemState | null;
  /** Code of a group of failures. */
  failure: string | null;
}

/** @param moving whether workers are processing the batch now */
export const batchItemsQuery = (id: string, { state, failure }: ItemFilter, moving: boolean) =>
  infiniteQueryOptions({
    queryKey: ['batch-items', id, state, failure],
    queryFn: ({ pageParam, signal }) =>
      execute(document, { id, states: state && [state], failure, after: pageParam }, signal).then(
        ({ reprocessBatch }) => reprocessBatch?.items ?? none,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state: { data } }) =>
      moving ? 2_000 * Math.max(1, data?.pages.length ?? 1) : 10_000,
  });

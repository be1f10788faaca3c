import { infiniteQueryOptions } from '@tanstack/react-query';
import { graphql } from '../../generated/gql.ts';
import { pollMs } from '../../lib/batches/batch-summary.ts';
import { execute } from '../../lib/execute.ts';

const document = graphql(`
  query ListBatches($after: String) {
    open: reprocessBatches(open: true, first: 50) {
      totalCount
      edges { node { ...BatchSummary } }
    }
    all: reprocessBatches(first: 30, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges { node { ...BatchSummary } }
    }
  }
`);

/** Lists the open batches, and all of them page by page, newest first. */
export const batchesQuery = infiniteQueryOptions({
  queryKey: ['batches'],
  queryFn: ({ pageParam, signal }) => execute(document, { after: pageParam }, signal),
  initialPageParam: null as string | null,
  getNextPageParam: ({ all }) => (all.pageInfo.hasNextPage ? all.pageInfo.endCursor : null),
  // Every refresh reads all loaded pages, so the interval grows with them.
  refetchInterval: ({ state: { data } }) =>
    pollMs(
      data?.pages.flatMap(({ open, all }) => [...open.edges, ...all.edges].map(({ node }) => node)) ?? [],
    ) * Math.max(1, data?.pages.length ?? 1),
});

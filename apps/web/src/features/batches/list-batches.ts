import { infiniteQueryOptions } from '@tanstack/react-query';
import { graphql } from '../../generated/gql.ts';
import { execute } from '../../lib/execute.ts';
import { pollMs } from './batch-glance.ts';

const document = graphql(`
  query ListBatches($after: String) {
    open: reprocessBatches(open: true, first: 50) {
      totalCount
      edges { node { ...BatchGlance } }
    }
    all: reprocessBatches(first: 30, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges { node { ...BatchGlance } }
    }
  }
`);

/** The open batches, and all of them page by page, newest first. */
export const batchesQuery = infiniteQueryOptions({
  queryKey: ['batches'],
  queryFn: ({ pageParam, signal }) => execute(document, { after: pageParam }, signal),
  initialPageParam: null as string | null,
  getNextPageParam: ({ all }) => (all.pageInfo.hasNextPage ? all.pageInfo.endCursor : null),
  // All loaded pages are asked for again, so the interval grows with them.
  refetchInterval: ({ state: { data } }) =>
    pollMs(
      data?.pages.flatMap(({ open, all }) => [...open.edges, ...all.edges].map(({ node }) => node)) ?? [],
    ) * Math.max(1, data?.pages.length ?? 1),
});

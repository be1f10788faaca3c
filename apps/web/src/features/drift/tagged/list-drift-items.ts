import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { graphql } from '../../../generated/gql.ts';
import { execute } from '../../../lib/execute.ts';

const document = graphql(`
  query ListDriftItems($bayId: ID!, $taggedVersion: String!, $after: String) {
    driftItems(filter: { bayId: $bayId, taggedVersion: $taggedVersion, open: true }, first: 24, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges {
        node {
          id
          createdAt
          capture { ...LinkedCapture }
        }
      }
    }
  }
`);

/** Lists the waiting captures of one group, newest first; reads them again when the group has grown or shrunk. */
export const driftItemsQuery = (bayId: string, taggedVersion: string, count: number) =>
  infiniteQueryOptions({
    queryKey: ['drift-items', bayId, taggedVersion, count],
    queryFn: ({ pageParam, signal }) =>
      execute(document, { bayId, taggedVersion, after: pageParam }, signal).then(
        (answer) => answer.driftItems,
      ),
    placeholderData: keepPreviousData,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null),
  });

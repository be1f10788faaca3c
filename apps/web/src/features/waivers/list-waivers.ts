import { queryOptions } from '@tanstack/react-query';
import { graphql } from '../../generated/gql.ts';
import type { ListWaiversQuery } from '../../generated/graphql.ts';
import { execute } from '../../lib/execute.ts';

export type ListedWaiver = ListWaiversQuery['waivers']['edges'][number]['node'];

const document = graphql(`
  query ListWaivers($bayId: ID!, $open: Boolean!) {
    waivers(bayId: $bayId, open: $open, first: 100) {
      totalCount
      edges {
        node {
          id
          positionId
          product { id name sku }
          reason
          author
          createdAt
          expiresAt
          revokedAt
          revokedBy
        }
      }
    }
  }
`);

/** Lists the waivers of a bay that are in force, or those that have ended, newest first. */
export const waiversQuery = (bayId: string, open: boolean) =>
  queryOptions({
    queryKey: ['waivers', bayId, open],
    queryFn: ({ signal }) =>
      execute(document, { bayId, open }, signal).then(({ waivers: { totalCount, edges } }) => ({
        totalCount,
        waivers: edges.map(({ node }) => node),
      })),
    refetchInterval: 30_000,
  });

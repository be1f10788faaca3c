import { queryOptions } from '@tanstack/react-query';
import { graphql } from '../../../generated/gql.ts';
import type { ListRescoreOffersQuery } from '../../../generated/graphql.ts';
import { execute } from '../../../lib/execute.ts';

export type ListedOffer = ListRescoreOffersQuery['open']['edges'][number]['node'];

const document = graphql(`
  query ListRescoreOffers {
    open: rescoreOffers(open: true) { totalCount edges { node { ...OfferParts } } }
    past: rescoreOffers(open: false, first: 5) { edges { node { ...OfferParts } } }
  }
  fragment OfferParts on RescoreOffer {
    id
    breaker
    outageFrom
    outageTo
    captures
    decision
    decidedBy
    decidedAt
    batch { id }
  }
`);

/** Lists outages that left captures with a lower tier: those that are undecided, and the latest of the others. */
export const rescoreOffersQuery = queryOptions({
  queryKey: ['inference', 'offers'],
  queryFn: async ({ signal }) => {
    const { open, past } = await execute(document, {}, signal);
    return {
      open: open.edges.map(({ node }) => node),
      openCount: open.totalCount,
      past: past.edges.map(({ node }) => node),
    };
  },
  refetchInterval: 10_000,
});

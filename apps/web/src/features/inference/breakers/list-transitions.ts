import { infiniteQueryOptions } from '@tanstack/react-query';
import { graphql } from '../../../generated/gql.ts';
import type { ListTransitionsQuery } from '../../../generated/graphql.ts';
import { ApiFault } from '../../../lib/api-fault.ts';
import { execute } from '../../../lib/execute.ts';

export type ListedTransition = NonNullable<
  ListTransitionsQuery['breaker']
>['transitions']['edges'][number]['node'];

const document = graphql(`
  query ListTransitions($name: String!, $after: String) {
    breaker(name: $name) {
      transitions(first: 20, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        edges { node { id generation fromState toState reason facts actor at } }
      }
    }
  }
`);

/** Lists every change of a breaker's state, newest first, page by page. */
export const transitionsQuery = (name: string) =>
  infiniteQueryOptions({
    queryKey: ['inference', 'transitions', name],
    queryFn: async ({ pageParam, signal }) => {
      const { breaker } = await execute(document, { name, after: pageParam }, signal);
      if (!breaker) throw new ApiFault('FAILED', 'There is no breaker of this name any more.');
      return breaker.transitions;
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null),
    refetchInterval: (query) => 4_000 * Math.max(1, query.state.data?.pages.length ?? 1),
  });

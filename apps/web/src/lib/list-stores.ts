import { queryOptions } from '@tanstack/react-query';
import { graphql } from '../generated/gql.ts';
import { execute } from './execute.ts';

const document = graphql(`
  query ListStores {
    stores { code name }
  }
`);

/** Lists all stores, for lists that can be narrowed to one. */
export const storesQuery = queryOptions({
  queryKey: ['stores'],
  queryFn: ({ signal }) => execute(document, {}, signal).then((answer) => answer.stores),
  staleTime: 60_000,
});

import { queryOptions } from '@tanstack/react-query';
import { graphql } from '../../generated/gql.ts';
import { execute } from '../../lib/execute.ts';

const document = graphql(`
  query ListFilterChoices {
    stores { code name }
    planograms(first: 0) { totalCount }
  }
`);

/** The stores that the list can be narrowed to, and whether there is any planogram yet. */
export const filterChoicesQuery = queryOptions({
  queryKey: ['filter-choices'],
  queryFn: ({ signal }) => execute(document, {}, signal),
  staleTime: 60_000,
});

import { queryOptions } from '@tanstack/react-query';
import { graphql } from '../../generated/gql.ts';
import { execute } from '../../lib/execute.ts';

const document = graphql(`
  query ListFilterChoices {
    stores { code name }
    planograms { name versions { label } }
  }
`);

/** The stores and planogram versions that the list can be narrowed to. */
export const filterChoicesQuery = queryOptions({
  queryKey: ['filter-choices'],
  queryFn: ({ signal }) => execute(document, {}, signal),
  staleTime: 60_000,
});

import { queryOptions } from '@tanstack/react-query';
import { graphql } from '../../generated/gql.ts';
import { execute } from '../../lib/execute.ts';

const document = graphql(`
  query ListVersionChoices($search: String!) {
    planograms(first: 20, search: $search) {
      edges { node { id code name versions(last: 20, search: $search) { label } } }
    }
  }
`);

/** Lists the first planograms that match a search, by code, with their latest versions, oldest first. */
export const versionChoicesQuery = (search: string) =>
  queryOptions({
    queryKey: ['planograms', 'choices', search],
    queryFn: ({ signal }) =>
      execute(document, { search }, signal).then(({ planograms }) =>
        planograms.edges.map(({ node }) => node),
      ),
    placeholderData: (previous) => previous,
    staleTime: 60_000,
  });

import { queryOptions } from '@tanstack/react-query';
import { graphql } from '../../generated/gql.ts';
import { execute } from '../../lib/execute.ts';

const document = graphql(`
  query ListSiblingVersions($label: String!) {
    planogramVersion(label: $label) {
      planogram { id code name versionCount versions { ...ListedVersion } }
    }
  }
`);

/** Reads the planogram of a version with its latest versions; null when the version does not exist. */
export const siblingVersionsQuery = (label: string) =>
  queryOptions({
    queryKey: ['planograms', 'siblings', label],
    queryFn: ({ signal }) =>
      execute(document, { label }, signal).then((answer) => answer.planogramVersion?.planogram ?? null),
    refetchInterval: 15_000,
  });

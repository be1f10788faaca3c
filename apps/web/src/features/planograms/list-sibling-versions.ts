import { queryOptions } from '@tanstack/react-query';
import { graphql } from '../../generated/gql.ts';
import { execute } from '../../lib/execute.ts';

const document = graphql(`
  query ListKin($label: String!) {
    planogramVersion(label: $label) {
      planogram { id code name versionCount versions { ...ListedVersion } }
    }
  }
`);

/** The planogram of a version with its latest versions, this one's kin; null when there is no such version. */
export const kinQuery = (label: string) =>
  queryOptions({
    queryKey: ['planograms', 'kin', label],
    queryFn: ({ signal }) =>
      execute(document, { label }, signal).then((answer) => answer.planogramVersion?.planogram ?? null),
    refetchInterval: 15_000,
  });

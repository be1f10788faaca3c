import { queryOptions } from '@tanstack/react-query';
import { graphql } from '../../generated/gql.ts';
import { execute } from '../../lib/execute.ts';

const document = graphql(`
  query ReadAssignments($label: String!) {
    planogramVersion(label: $label) {
      assignments {
        activatedAt
        deactivatedAt
        activatedBy
        activation { id }
        bay { id aisle store { code name timeZone } }
      }
    }
  }
`);

/** Lists where and when a version was active, the latest first, 200 at most. */
export const assignmentsQuery = (label: string) =>
  queryOptions({
    queryKey: ['planograms', 'assignments', label],
    queryFn: ({ signal }) =>
      execute(document, { label }, signal).then((answer) => answer.planogramVersion?.assignments ?? []),
    refetchInterval: 15_000,
  });

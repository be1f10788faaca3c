import { queryOptions } from '@tanstack/react-query';
import { graphql } from '../../generated/gql.ts';
import type { ListPlanogramsQuery } from '../../generated/graphql.ts';
import { execute } from '../../lib/execute.ts';

export type ListedPlanogram = ListPlanogramsQuery['planograms'][number];
export type ListedVersion = ListedPlanogram['versions'][number];

const document = graphql(`
  query ListPlanograms {
    planograms {
      id
      code
      name
      versions {
        id
        label
        effectiveFrom
        effectiveTo
        createdAt
        createdBy
        sourceFormat
        facts { positions facings activeBays expired }
      }
    }
  }
`);

/** All planograms with their versions, newest version first. */
export const planogramsQuery = queryOptions({
  queryKey: ['planograms', 'list'],
  queryFn: async ({ signal }) => {
    const { planograms } = await execute(document, {}, signal);
    return planograms.map((planogram) => ({ ...planogram, versions: planogram.versions.toReversed() }));
  },
  refetchInterval: 15_000,
});

import { queryOptions } from '@tanstack/react-query';
import { graphql } from '../../../generated/gql.ts';
import { execute } from '../../../lib/execute.ts';

const document = graphql(`
  query ListAislesOfPlanogram($label: String!) {
    planogramVersion(label: $label) { planogram { versions { activeBays { aisle } } } }
  }
`);

/**
 * Lists the aisles in which any version of the same planogram is active: most likely the new version is for them too.
 */
export const aislesQuery = (label: string) =>
  queryOptions({
    queryKey: ['planograms', 'aisles', label],
    queryFn: async ({ signal }) => {
      const { planogramVersion } = await execute(document, { label }, signal);
      const bays = planogramVersion?.planogram.versions.flatMap(({ activeBays }) => activeBays) ?? [];
      return [...new Set(bays.map(({ aisle }) => aisle))].toSorted();
    },
    staleTime: 60_000,
  });

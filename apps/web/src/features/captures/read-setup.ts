import { queryOptions } from '@tanstack/react-query';
import { graphql } from '../../generated/gql.ts';
import { execute } from '../../lib/execute.ts';

const document = graphql(`
  query ReadSetup {
    stores { code }
    planograms(first: 0) { totalCount }
  }
`);

/** Reads which parts of the setup of a new instance are done: a store, and a planogram. */
export const setupQuery = queryOptions({
  queryKey: ['setup'],
  queryFn: async ({ signal }) => {
    const { stores, planograms } = await execute(document, {}, signal);
    return { hasStore: stores.length > 0, hasPlanogram: planograms.totalCount > 0 };
  },
  staleTime: 60_000,
});

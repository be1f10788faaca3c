import { queryOptions } from '@tanstack/react-query';
import { graphql } from '../../generated/gql.ts';
import { execute } from '../../lib/execute.ts';
import { type BatchGlance, pollMs } from '../batches/batch-glance.ts';
import { shownBatches } from './drift-batches.ts';

const document = graphql(`
  query ListDriftBatches {
    open: reprocessBatches(open: true, first: 50) { edges { node { ...BatchGlance } } }
    latest: reprocessBatches(first: 20) { edges { node { ...BatchGlance } } }
  }
`);

/** Batches over groups of the drift queue: those under way, and those that ended a little while ago. */
export const driftBatchesQuery = queryOptions({
  queryKey: ['drift-batches'],
  queryFn: async ({ signal }): Promise<BatchGlance[]> => {
    const { open, latest } = await execute(document, {}, signal);
    return shownBatches(
      [...open.edges, ...latest.edges].map(({ node }) => node),
      Date.now(),
    );
  },
  refetchInterval: ({ state: { data } }) => Math.min(5_000, pollMs(data ?? [])),
});

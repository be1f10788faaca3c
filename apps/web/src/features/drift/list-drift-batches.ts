import { queryOptions } from '@tanstack/react-query';
import { graphql } from '../../generated/gql.ts';
import { type BatchSummary, pollMs } from '../../lib/batches/batch-summary.ts';
import { execute } from '../../lib/execute.ts';
import { shownBatches } from './drift-batches.ts';

const document = graphql(`
  query ListDriftBatches {
    open: reprocessBatches(open: true, first: 50) { edges { node { ...BatchSummary } } }
    latest: reprocessBatches(first: 20) { edges { node { ...BatchSummary } } }
  }
`);

/** Lists batches over groups of the drift queue: those in progress, and those that ended recently. */
export const driftBatchesQuery = queryOptions({
  queryKey: ['drift-batches'],
  queryFn: async ({ signal }): Promise<BatchSummary[]> => {
    const { open, latest } = await execute(document, {}, signal);
    return shownBatches(
      [...open.edges, ...latest.edges].map(({ node }) => node),
      Date.now(),
    );
  },
  refetchInterval: ({ state: { data } }) => Math.min(5_000, pollMs(data ?? [])),
});

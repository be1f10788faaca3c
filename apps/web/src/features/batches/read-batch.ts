import { queryOptions } from '@tanstack/react-query';
import { graphql } from '../../generated/gql.ts';
import type { ReadBatchQuery } from '../../generated/graphql.ts';
import { pollMs } from '../../lib/batches/batch-summary.ts';
import { execute } from '../../lib/execute.ts';

export type WatchedBatch = NonNullable<ReadBatchQuery['reprocessBatch']>;
export type BatchFailure = WatchedBatch['failures'][number];

const document = graphql(`
  query ReadBatch($id: ID!) {
    reprocessBatch(id: $id) {
      ...BatchSummary
      publishedAt
      rolledBackAt
      acts
      failures { state code message count }
      impact {
        compared
        improved
        worsened
        same
        meanBefore
        meanAfter
        histogramBefore
        histogramAfter
      }
    }
  }
`);

/** Reads one batch with its results so far. */
export const batchQuery = (id: string) =>
  queryOptions({
    queryKey: ['batch', id],
    queryFn: ({ signal }) => execute(document, { id }, signal).then((answer) => answer.reprocessBatch),
    refetchInterval: ({ state: { data } }) => pollMs(data ? [data] : []),
  });

import { queryOptions } from '@tanstack/react-query';
import { graphql } from '../../generated/gql.ts';
import type { ReadBatchQuery } from '../../generated/graphql.ts';
import { execute } from '../../lib/execute.ts';
import { pollMs } from './batch-glance.ts';

export type WatchedBatch = NonNullable<ReadBatchQuery['reprocessBatch']>;
export type BatchFailure = WatchedBatch['failures'][number];

const document = graphql(`
  query ReadBatch($id: ID!) {
    reprocessBatch(id: $id) {
      ...BatchGlance
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

/** One batch with what came of it so far. */
export const batchQuery = (id: string) =>
  queryOptions({
    queryKey: ['batch', id],
    queryFn: ({ signal }) => execute(document, { id }, signal).then((answer) => answer.reprocessBatch),
    refetchInterval: ({ state: { data } }) => pollMs(data ? [data] : []),
  });

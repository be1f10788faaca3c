import { queryOptions } from '@tanstack/react-query';
import { graphql } from '../../generated/gql.ts';
import type { ReadRetentionRunQuery } from '../../generated/graphql.ts';
import { execute } from '../../lib/execute.ts';

export type WatchedRun = NonNullable<ReadRetentionRunQuery['retentionRun']>;

const document = graphql(`
  query ReadRetentionRun($id: ID!) {
    retentionRun(id: $id) {
      id
      kind
      photos
      captures
      byteLength
      facts
      createdBy
      createdAt
      policyInForce
      policy { cleanPhotoDays faultyPhotoDays noticeDays }
    }
  }
`);

export const runQuery = (id: string) =>
  queryOptions({
    queryKey: ['retention', 'run', id],
    queryFn: ({ signal }) => execute(document, { id }, signal).then((answer) => answer.retentionRun),
    refetchInterval: 30_000,
  });

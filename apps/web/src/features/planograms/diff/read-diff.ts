import { queryOptions } from '@tanstack/react-query';
import { graphql } from '../../../generated/gql.ts';
import type { ReadVersionDiffQuery } from '../../../generated/graphql.ts';
import { execute } from '../../../lib/execute.ts';

export type VersionDiff = NonNullable<ReadVersionDiffQuery['planogramVersionDiff']>;
export type DiffEntry = VersionDiff['entries'][number];

const document = graphql(`
  query ReadVersionDiff($from: ID!, $to: ID!) {
    planogramVersionDiff(fromVersionId: $from, toVersionId: $to) {
      summary
      facingsChanged
      sizesChanged
      counts { kind count }
      entries {
        kind
        words
        from { positionId shelfNumber sequence product { id name } }
        to { positionId shelfNumber sequence product { id name } }
        facings { from { horizontal vertical } to { horizontal vertical } }
        size { from { widthMm heightMm } to { widthMm heightMm } }
      }
    }
  }
`);

/** Reads the change of every position. Versions are immutable: read once. */
export const diffQuery = (from: string, to: string) =>
  queryOptions({
    queryKey: ['planogram-version-diff', from, to],
    queryFn: ({ signal }) =>
      execute(document, { from, to }, signal).then((answer) => answer.planogramVersionDiff),
    staleTime: Number.POSITIVE_INFINITY,
  });

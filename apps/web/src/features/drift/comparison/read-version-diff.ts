import { queryOptions } from '@tanstack/react-query';
import { graphql } from '../../../generated/gql.ts';
import type { CompareVersionsQuery } from '../../../generated/graphql.ts';
import { execute } from '../../../lib/execute.ts';

export type VersionDiff = NonNullable<CompareVersionsQuery['planogramVersionDiff']>;
export type VersionChange = VersionDiff['entries'][number];

const document = graphql(`
  query CompareVersions($from: ID!, $to: ID!) {
    planogramVersionDiff(fromVersionId: $from, toVersionId: $to) {
      summary
      entries {
        kind
        words
        facings { from { horizontal } }
        size { from { widthMm } }
        from { positionId }
        to { positionId }
      }
    }
  }
`);

/** Reads the change of each position from one version to the other. Versions are immutable: read once. */
export const versionDiffQuery = (from: string, to: string) =>
  queryOptions({
    queryKey: ['version-diff', from, to],
    queryFn: ({ signal }) =>
      execute(document, { from, to }, signal).then((answer) => answer.planogramVersionDiff),
    staleTime: Number.POSITIVE_INFINITY,
  });

import { queryOptions } from '@tanstack/react-query';
import { graphql } from '../../../generated/gql.ts';
import type { CompareScoresQuery } from '../../../generated/graphql.ts';
import { execute } from '../../../lib/execute.ts';

export type Comparison = NonNullable<NonNullable<CompareScoresQuery['capture']>['compareScores']>;
export type Difference = Comparison['positions'][number];

const document = graphql(`
  query CompareScores($captureId: ID!, $before: ID!, $after: ID!) {
    capture(id: $captureId) {
      compareScores(a: $before, b: $after) {
        score
        coverage
        byComponent { identity shelf order facings }
        same
        changed
        onlyBefore
        onlyAfter
        extrasBefore
        extrasAfter
        positions {
          kind
          expected { id name }
          before { positionId verdict facingsSeen credit seen { id name } }
          after { positionId verdict facingsSeen credit seen { id name } }
        }
      }
    }
  }
`);

/** Compares two scores of a capture. Both are immutable: read once. */
export const comparisonQuery = (captureId: string, before: string, after: string) =>
  queryOptions({
    queryKey: ['compare-scores', captureId, before, after],
    queryFn: ({ signal }) =>
      execute(document, { captureId, before, after }, signal).then(
        (answer) => answer.capture?.compareScores ?? null,
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });

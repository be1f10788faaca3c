import { queryOptions } from '@tanstack/react-query';
import { graphql } from '../../generated/gql.ts';
import type { CaptureFilter } from '../../generated/graphql.ts';
import { execute } from '../../lib/execute.ts';

const document = graphql(`
  query CountScoredCaptures($filter: CaptureFilter!) {
    captures(filter: $filter, first: 1) { totalCount }
  }
`);

/** Returns the filter for the captures of a bay that are under review. */
export const underReview = ({ storeCode, aisle }: { storeCode: string; aisle: string }) =>
  ({ storeCode, aisle, states: ['SCORED'] }) satisfies CaptureFilter;

/** Counts the captures of a bay that are under review, for one planogram version. */
export const scoredCountQuery = (place: { storeCode: string; aisle: string }, planogramVersion: string) => {
  const filter = { ...underReview(place), planogramVersion };
  return queryOptions({
    queryKey: ['captures', 'count', filter],
    queryFn: ({ signal }) =>
      execute(document, { filter }, signal).then((answer) => answer.captures.totalCount),
  });
};

import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { graphql } from '../../generated/gql.ts';
import type { ListedVersionFragment, ListPlanogramsQuery } from '../../generated/graphql.ts';
import { execute } from '../../lib/execute.ts';

export type ListedPlanogram = ListPlanogramsQuery['planograms']['edges'][number]['node'];
export type ListedVersion = ListedVersionFragment;

graphql(`
  fragment ListedVersion on PlanogramVersion {
    id
    label
    effectiveFrom
    effectiveTo
    createdAt
    createdBy
    sourceFormat
    facts { positions facings activeBays expired }
  }
`);

const document = graphql(`
  query ListPlanograms($search: String, $after: String) {
    planograms(first: 30, after: $after, search: $search) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges {
        node {
          id
          code
          name
          versionCount
          versions(last: 20, search: $search) { ...ListedVersion }
        }
      }
    }
  }
`);

/** Lists the planograms that match a search, by code, page by page, with their latest versions. */
export const planogramsQuery = (search: string) =>
  infiniteQueryOptions({
    queryKey: ['planograms', 'list', search],
    queryFn: ({ pageParam, signal }) =>
      execute(document, { search, after: pageParam }, signal).then(({ planograms }) => planograms),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null),
    placeholderData: keepPreviousData,
    // Every refresh reads all loaded pages, so the interval grows with them.
    refetchInterval: (query) => 15_000 * Math.max(1, query.state.data?.pages.length ?? 1),
  });

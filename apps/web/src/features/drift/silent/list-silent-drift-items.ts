import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { graphql } from '../../../generated/gql.ts';
import type { ListSilentDriftItemsQuery } from '../../../generated/graphql.ts';
import { execute } from '../../../lib/execute.ts';
import type { SilentDriftGroup } from './list-silent-drift-groups.ts';

export type SilentDriftItem = ListSilentDriftItemsQuery['silentDriftItems']['edges'][number]['node'];

const document = graphql(`
  query ListSilentDriftItems($filter: SilentDriftItemFilter!, $after: String) {
    silentDriftItems(filter: $filter, first: 24, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges {
        node {
          id
          pinnedScore
          betterScore
          discriminatingFacings
          reason
          score { tier }
          capture { ...LinkedCapture }
        }
      }
    }
  }
`);

/** Lists the open items of one group, newest first; reads them again when the group has grown or shrunk. */
export const silentDriftItemsQuery = ({ bay, pinned, better, count }: SilentDriftGroup) =>
  infiniteQueryOptions({
    queryKey: ['silent-drift-items', bay.id, pinned.id, better.id, count],
    queryFn: ({ pageParam, signal }) =>
      execute(
        document,
        {
          filter: { bayId: bay.id, pinnedVersionId: pinned.id, betterVersionId: better.id, open: true },
          after: pageParam,
        },
        signal,
      ).then((answer) => answer.silentDriftItems),
    placeholderData: keepPreviousData,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null),
    staleTime: 60_000,
  });

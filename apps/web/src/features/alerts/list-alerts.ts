import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { graphql } from '../../generated/gql.ts';
import type { AlertFilter, ListAlertsQuery } from '../../generated/graphql.ts';
import { execute } from '../../lib/execute.ts';

export type ListedAlert = ListAlertsQuery['alerts']['edges'][number]['node'];

const document = graphql(`
  query ListAlerts($filter: AlertFilter, $after: String) {
    alerts(filter: $filter, first: 50, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges {
        node {
          id
          rule
          params
          occurrences
          createdAt
          lastSeenAt
          acknowledgedAt
          acknowledgedBy
          closedAt
          closedBy
          store { code name timeZone }
          capture { id takenAt: effectiveTakenAt bay { aisle } photo { thumbnailUrl } }
          captures {
            id takenAt: effectiveTakenAt traceId
            store { code timeZone } bay { aisle } currentScore { score } photo { thumbnailUrl }
          }
        }
      }
    }
  }
`);

/** Lists alerts, newest first, page by page. */
export const alertsQuery = (filter: AlertFilter) =>
  infiniteQueryOptions({
    queryKey: ['alerts', filter],
    queryFn: ({ pageParam, signal }) =>
      execute(document, { filter, after: pageParam }, signal).then((answer) => answer.alerts),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null),
    placeholderData: keepPreviousData,
    refetchInterval: (query) => 5_000 * Math.max(1, query.state.data?.pages.length ?? 1),
  });

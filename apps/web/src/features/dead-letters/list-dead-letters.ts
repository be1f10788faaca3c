import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { graphql } from '../../generated/gql.ts';
import type { DeadLetterFilter, ListDeadLettersQuery } from '../../generated/graphql.ts';
import { execute } from '../../lib/execute.ts';

export type ListedDeadLetter = ListDeadLettersQuery['deadLetters']['edges'][number]['node'];

const document = graphql(`
  query ListDeadLetters($filter: DeadLetterFilter, $after: String, $withPayload: Boolean!) {
    deadLetters(filter: $filter, first: 25, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges {
        node {
          id
          stage
          reason
          params
          rawPayload @include(if: $withPayload)
          firmware
          cameraModel
          createdAt
          problems { path code message }
          store { code name timeZone }
          capture { id }
        }
      }
    }
  }
`);

/**
 * Lists dead letters, newest first.
 * @param withPayload false for viewers who may not read payloads: the API would refuse the whole list
 */
export const deadLettersQuery = (filter: DeadLetterFilter, withPayload: boolean) =>
  infiniteQueryOptions({
    queryKey: ['dead-letters', filter, withPayload],
    queryFn: ({ pageParam, signal }) =>
      execute(document, { filter, after: pageParam, withPayload }, signal).then(
        (answer) => answer.deadLetters,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null),
    placeholderData: keepPreviousData,
    refetchInterval: 5_000,
  });

import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { graphql } from '../../generated/gql.ts';
import type { DeviceFilter, ListDevicesQuery } from '../../generated/graphql.ts';
import { execute } from '../../lib/execute.ts';

export type ListedDevice = ListDevicesQuery['devices']['edges'][number]['node'];

const document = graphql(`
  query ListDevices($filter: DeviceFilter, $after: String) {
    devices(filter: $filter, first: 50, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges {
        node {
          id
          mac
          keys { id name }
          clockErrorMs
          clockErrorSource
          clockReviewedAt
          store { code name timeZone }
          newestCapture { id firmware cameraModel receivedAt timeSource }
        }
      }
    }
  }
`);

/** Lists devices, newest first, page by page. */
export const devicesQuery = (filter: DeviceFilter) =>
  infiniteQueryOptions({
    queryKey: ['devices', filter],
    queryFn: ({ pageParam, signal }) =>
      execute(document, { filter, after: pageParam }, signal).then((answer) => answer.devices),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null),
    placeholderData: keepPreviousData,
    refetchInterval: 15_000,
  });

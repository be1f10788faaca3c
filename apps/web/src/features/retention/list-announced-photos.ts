import { infiniteQueryOptions } from '@tanstack/react-query';
import { graphql } from '../../generated/gql.ts';
import type { ListAnnouncedPhotosQuery } from '../../generated/graphql.ts';
import { execute } from '../../lib/execute.ts';

type Connection = NonNullable<ListAnnouncedPhotosQuery['retentionRun']>['announced'];
export type AnnouncedPhoto = Connection['edges'][number]['node'];
export type ShownCapture = AnnouncedPhoto['captures'][number];

const document = graphql(`
  query ListAnnouncedPhotos($id: ID!, $after: String) {
    retentionRun(id: $id) {
      announced(first: 50, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        edges {
          node {
            sha256
            byteLength
            captureCount
            dueAt
            heldBecause
            keptBecause
            expiredAt
            captures {
              id
              state
              takenAt: effectiveTakenAt
              store { code timeZone }
              bay { aisle }
              photo { thumbnailUrl }
              currentScore { score unscoredReason }
            }
          }
        }
      }
    }
  }
`);

const none: Connection = { totalCount: 0, pageInfo: { hasNextPage: false, endCursor: null }, edges: [] };

/** Lists the photos that a dry run announced; never refreshed by itself, since people go through it line by line. */
export const announcedPhotosQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['retention', 'announced', id],
    queryFn: ({ pageParam, signal }) =>
      execute(document, { id, after: pageParam }, signal).then(
        ({ retentionRun }) => retentionRun?.announced ?? none,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null),
  });

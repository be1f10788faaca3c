import { queryOptions } from '@tanstack/react-query';
import { graphql } from '../../generated/gql.ts';
import type { ReadPreviousCaptureQuery } from '../../generated/graphql.ts';
import { execute } from '../../lib/execute.ts';
import type { ReviewedCapture } from './read-capture.ts';

type Listed = ReadPreviousCaptureQuery['captures']['edges'][number]['node'];
export type PreviousCapture = Listed & { photo: NonNullable<Listed['photo']> };

const document = graphql(`
  query ReadPreviousCapture($filter: CaptureFilter!) {
    captures(filter: $filter, first: 10) {
      edges {
        node {
          id
          takenAt
          photo { widthPx heightPx url }
          currentScore { score }
        }
      }
    }
  }
`);

/** The photo of the same bay that was taken last before this one; null when there is none to show. */
export const previousCaptureQuery = ({ id, takenAt, store, bay }: ReviewedCapture) =>
  queryOptions({
    queryKey: ['previous-capture', id],
    queryFn: async ({ signal }): Promise<PreviousCapture | null> => {
      const filter = { storeCode: store.code, aisle: bay.aisle, takenBefore: takenAt };
      const { captures } = await execute(document, { filter }, signal);
      // They come in the order in which they were received, which a camera without a connection upsets.
      const shown = captures.edges.flatMap(({ node }) =>
        node.id !== id && node.photo ? [{ ...node, photo: node.photo }] : [],
      );
      return shown.toSorted((a, b) => Date.parse(b.takenAt) - Date.parse(a.takenAt))[0] ?? null;
    },
    // Its address lives for a few minutes.
    staleTime: 60_000,
  });

import { queryOptions } from '@tanstack/react-query';
import { graphql } from '../../../generated/gql.ts';
import type { ReadPreviousCaptureQuery } from '../../../generated/graphql.ts';
import { execute } from '../../../lib/execute.ts';
import type { ReviewedCapture } from '../read-capture.ts';

type Listed = ReadPreviousCaptureQuery['captures']['edges'][number]['node'];
export type PreviousCapture = Listed & { photo: NonNullable<Listed['photo']> };

const document = graphql(`
  query ReadPreviousCapture($filter: CaptureFilter!) {
    captures(filter: $filter, first: 10) {
      edges {
        node {
          id
          takenAt: effectiveTakenAt
          photo { widthPx heightPx url }
          currentScore { score }
        }
      }
    }
  }
`);

/** Reads the latest earlier photo of the same bay; null when there is none to show. */
export const previousCaptureQuery = ({ id, effectiveTakenAt, store, bay }: ReviewedCapture) =>
  queryOptions({
    queryKey: ['previous-capture', id],
    queryFn: async ({ signal }): Promise<PreviousCapture | null> => {
      const filter = { storeCode: store.code, aisle: bay.aisle, takenBefore: effectiveTakenAt };
      const { captures } = await execute(document, { filter }, signal);
      // The list is in the order of receipt, which differs for a camera that was offline.
      const shown = captures.edges.flatMap(({ node }) =>
        node.id !== id && node.photo ? [{ ...node, photo: node.photo }] : [],
      );
      return shown.toSorted((a, b) => Date.parse(b.takenAt) - Date.parse(a.takenAt))[0] ?? null;
    },
    // The signed address expires after a few minutes.
    staleTime: 60_000,
  });

import { queryOptions } from '@tanstack/react-query';
import { graphql } from '../../../generated/gql.ts';
import type { ReadComparedCaptureQuery } from '../../../generated/graphql.ts';
import { execute } from '../../../lib/execute.ts';

export type ComparedCapture = NonNullable<ReadComparedCaptureQuery['capture']>;

const document = graphql(`
  query ReadComparedCapture($id: ID!) {
    capture(id: $id) {
      id
      takenAt: effectiveTakenAt
      store { timeZone }
      photo { widthPx heightPx url }
      currentScore { planogramVersion { label } verdicts { positionId box } }
    }
  }
`);

/** Reads the photo that two versions are compared on and, for a scored one, where positions were found. */
export const comparedCaptureQuery = (id: string) =>
  queryOptions({
    queryKey: ['compared-capture', id],
    queryFn: ({ signal }) => execute(document, { id }, signal).then((answer) => answer.capture),
    staleTime: 60_000,
  });

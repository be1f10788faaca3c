import { queryOptions } from '@tanstack/react-query';
import { graphql } from '../../generated/gql.ts';
import { execute } from '../../lib/execute.ts';
import type { ListedConflict } from './list-conflicts.ts';

const document = graphql(`
  query ReadConflictsOfCapture($id: ID!, $withPayload: Boolean!) {
    capture(id: $id) {
      id
      state
      takenAt
      receivedAt
      payload @include(if: $withPayload)
      store { code name timeZone }
      bay { aisle }
      photo { url thumbnailUrl widthPx heightPx }
      currentScore { score coverage }
      conflicts {
        id
        claim
        sha256
        createdAt
        payload @include(if: $withPayload)
        device { name model }
        photo { url thumbnailUrl widthPx heightPx }
      }
    }
  }
`);

async function readConflictsOfCapture(
  id: string,
  withPayload: boolean,
  signal: AbortSignal,
): Promise<ListedConflict[]> {
  const { capture: found } = await execute(document, { id, withPayload }, signal);
  if (!found) return [];
  const { conflicts, ...capture } = found;
  return conflicts.map((conflict) => ({ ...conflict, capture }));
}

/** Reads the conflicts of one capture in the form of the list; none when the capture does not exist. */
export const conflictsOfCaptureQuery = (id: string, withPayload: boolean) =>
  queryOptions({
    queryKey: ['conflicts', 'of', id, withPayload],
    queryFn: ({ signal }) => readConflictsOfCapture(id, withPayload, signal),
    refetchInterval: 5_000,
  });

import { queryOptions } from '@tanstack/react-query';
import { graphql } from '../../generated/gql.ts';
import { execute } from '../../lib/execute.ts';
import type { ListedConflict } from './list-conflicts.ts';

const document = graphql(`
  query ReadConflictsOfCapture($id: ID!) {
    capture(id: $id) {
      id
      state
      takenAt
      receivedAt
      payload
      store { code name timeZone }
      bay { aisle }
      photo { url thumbnailUrl widthPx heightPx }
      currentScore { score coverage }
      conflicts {
        id
        claim
        sha256
        createdAt
        payload
        device { name model }
        photo { url thumbnailUrl widthPx heightPx }
      }
    }
  }
`);

async function readConflictsOfCapture(id: string, signal: AbortSignal): Promise<ListedConflict[]> {
  const { capture: found } = await execute(document, { id }, signal);
  if (!found) return [];
  const { conflicts, ...capture } = found;
  return conflicts.map((conflict) => ({ ...conflict, capture }));
}

/** The conflicts of one capture, as the list shows them; none when the capture is not there. */
export const conflictsOfCaptureQuery = (id: string) =>
  queryOptions({
    queryKey: ['conflicts', 'of', id],
    queryFn: ({ signal }) => readConflictsOfCapture(id, signal),
    refetchInterval: 5_000,
  });

import { queryOptions } from '@tanstack/react-query';
import { graphql } from '../../../generated/gql.ts';
import type { ListSilentDriftGroupsQuery } from '../../../generated/graphql.ts';
import { execute } from '../../../lib/execute.ts';

export type SilentDriftGroup = ListSilentDriftGroupsQuery['silentDriftGroups'][number];

const document = graphql(`
  query ListSilentDriftGroups {
    silentDriftGroups {
      key
      count
      oldest
      newest
      meanPinnedScore
      meanBetterScore
      bay { id aisle store { code name timeZone } }
      pinned { id label }
      better { id label }
      latestCapture { id }
    }
  }
`);

/** Lists bays whose shelves follow another version than their captures were scored against. */
export const silentDriftGroupsQuery = queryOptions({
  queryKey: ['silent-drift-groups'],
  queryFn: ({ signal }) => execute(document, {}, signal).then((answer) => answer.silentDriftGroups),
  refetchInterval: 3_000,
});

import { queryOptions } from '@tanstack/react-query';
import { graphql } from '../../../generated/gql.ts';
import type { ListDriftGroupsQuery } from '../../../generated/graphql.ts';
import { execute } from '../../../lib/execute.ts';

export type DriftGroup = ListDriftGroupsQuery['driftGroups'][number];

const document = graphql(`
  query ListDriftGroups {
    driftGroups {
      key
      reason
      taggedVersion
      count
      oldest
      newest
      modes
      bay { id aisle store { code name timeZone } }
      tagged { id label effectiveFrom effectiveTo planogram { name } }
      active { id label effectiveFrom effectiveTo planogram { name } }
    }
  }
`);

/** Lists the captures that wait for a decision, by bay and versions. */
export const driftGroupsQuery = queryOptions({
  queryKey: ['drift-groups'],
  queryFn: ({ signal }) => execute(document, {}, signal).then((answer) => answer.driftGroups),
  refetchInterval: 3_000,
});

import { queryOptions } from '@tanstack/react-query';
import { graphql } from '../../../generated/gql.ts';
import type { ListStoreGroupsQuery } from '../../../generated/graphql.ts';
import { execute } from '../../../lib/execute.ts';

export type StoreGroup = ListStoreGroupsQuery['storeGroups'][number];

const document = graphql(`
  query ListStoreGroups {
    storeGroups { code name createdAt stores { id code name } }
  }
`);

/** Lists stores that are planned together. */
export const storeGroupsQuery = queryOptions({
  queryKey: ['store-groups'],
  queryFn: ({ signal }) => execute(document, {}, signal).then((answer) => answer.storeGroups),
});

import { infiniteQueryOptions } from '@tanstack/react-query';
import { graphql } from '../../generated/gql.ts';
import type { ListMasterDataImportsQuery } from '../../generated/graphql.ts';
import { execute } from '../../lib/execute.ts';

export type ListedImport = ListMasterDataImportsQuery['masterDataImports']['edges'][number]['node'];

const document = graphql(`
  query ListMasterDataImports($after: String) {
    masterDataImports(first: 20, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges {
        node { id kind source fileName rows created changed unchanged failed createdBy createdAt endedAt }
      }
    }
  }
`);

/** Lists the reports of imports, newest first, page by page. */
export const importsQuery = infiniteQueryOptions({
  queryKey: ['master-data-imports'],
  queryFn: ({ pageParam, signal }) =>
    execute(document, { after: pageParam }, signal).then((answer) => answer.masterDataImports),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => (page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null),
});

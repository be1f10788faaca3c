import { builder } from '../graphql/builder.ts';
import { MasterDataImportNode } from '../graphql/nodes/nodes.ts';
import { readPage } from '../graphql/paging/read-page.ts';
import { MasterDataKindEnum, MasterDataSourceEnum } from '../graphql/vocabulary.ts';
import { countMasterDataImports, listMasterDataImports } from './master-data-rows.ts';
import { MasterDataError } from './row-error.ts';

MasterDataImportNode.implement({
  authScopes: { may: 'masterDataRead' },
  fields: (t) => ({
    kind: t.expose('kind', { type: MasterDataKindEnum }),
    source: t.expose('source', { type: MasterDataSourceEnum }),
    fileName: t.exposeString('fileName', { nullable: true }),
    sourceSha256: t.exposeString('sourceSha256', { nullable: true }),
    rows: t.exposeInt('rows'),
    created: t.exposeInt('created'),
    changed: t.exposeInt('changed'),
    unchanged: t.exposeInt('unchanged'),
    failed: t.exposeInt('failed'),
    errors: t.expose('errors', { type: [MasterDataError] }),
    createdBy: t.exposeString('createdBy'),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    endedAt: t.expose('endedAt', { type: 'DateTime', nullable: true }),
  }),
});

builder.queryField('masterDataImports', (t) =>
  t.connection(
    {
      type: MasterDataImportNode,
      authScopes: { may: 'masterDataRead' },
      resolve: async (_root, request, { db }) => ({
        ...(await readPage(listMasterDataImports(db), request)),
        count: () => countMasterDataImports(db),
      }),
    },
    {
      name: 'MasterDataImportConnection',
      fields: (c) => ({ totalCount: c.int({ resolve: ({ count }) => count() }) }),
    },
    { name: 'MasterDataImportEdge' },
  ),
);

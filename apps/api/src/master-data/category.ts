import { builder } from '../graphql/builder.ts';
import { CategoryNode } from '../graphql/nodes/nodes.ts';
import { listCategories } from './master-data-rows.ts';

CategoryNode.implement({
  authScopes: { may: 'captureRead' },
  fields: (t) => ({
    code: t.exposeString('code'),
    name: t.exposeString('name'),
  }),
});

builder.queryField('categories', (t) =>
  t.field({
    type: [CategoryNode],
    authScopes: { may: 'planogramList' },
    resolve: (_root, _args, { db }) => listCategories(db),
  }),
);

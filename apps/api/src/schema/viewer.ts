import type { Viewer } from '../auth/viewer.ts';
import { builder } from '../builder.ts';
import { StoreNode } from './nodes.ts';
import { RoleEnum } from './vocabulary.ts';

const ViewerKind = builder.enumType('ViewerKind', { values: ['NOBODY', 'PERSON', 'DEVICE'] as const });

const ViewerObject = builder.objectRef<Viewer>('Viewer').implement({
  fields: (t) => ({
    kind: t.field({ type: ViewerKind, resolve: ({ kind }) => kind }),
    name: t.string({ nullable: true, resolve: (viewer) => ('name' in viewer ? viewer.name : null) }),
    email: t.string({ nullable: true, resolve: (viewer) => ('email' in viewer ? viewer.email : null) }),
    role: t.field({
      type: RoleEnum,
      nullable: true,
      resolve: (viewer) => ('role' in viewer ? viewer.role : null),
    }),
    store: t.field({
      type: StoreNode,
      nullable: true,
      resolve: (viewer) => ('storeId' in viewer ? viewer.storeId : null),
    }),
  }),
});

builder.queryField('viewer', (t) =>
  t.field({ type: ViewerObject, resolve: (_root, _args, { viewer }) => viewer }),
);

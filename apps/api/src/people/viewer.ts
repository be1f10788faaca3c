import { type Act, acts, type Permission, permissionScopes, permissionsOf } from '../auth/access-policy.ts';
import type { Viewer } from '../auth/viewer.ts';
import { builder } from '../graphql/builder.ts';
import { StoreNode } from '../graphql/nodes/nodes.ts';
import { RoleEnum } from '../graphql/vocabulary.ts';

const ViewerKind = builder.enumType('ViewerKind', { values: ['NOBODY', 'PERSON', 'DEVICE'] as const });

/** `captureSubmit` as `CAPTURE_SUBMIT`. */
const enumName = (act: Act): string => act.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();

const PermissionAct = builder.enumType('PermissionAct', {
  description:
    'An act that the access policy grants or refuses. Most are named after the mutation or list they allow.',
  values: Object.fromEntries(acts.map((act) => [enumName(act), { value: act }])) as Record<
    string,
    { value: Act }
  >,
});

const PermissionScope = builder.enumType('PermissionScope', {
  description: 'What part of the data a permission is limited to. Every permission has the scope ALL today.',
  values: permissionScopes,
});

const PermissionObject = builder.objectRef<Permission>('Permission').implement({
  description: 'One act that the viewer may do.',
  fields: (t) => ({
    act: t.field({
      type: PermissionAct,
      description: 'The act that is allowed.',
      resolve: ({ act }) => act,
    }),
    scope: t.field({
      type: PermissionScope,
      description: 'The part of the data that the act is allowed on.',
      resolve: ({ scope }) => scope,
    }),
  }),
});

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
    permissions: t.field({
      type: [PermissionObject],
      description: 'Every act that the access policy grants the viewer; empty for nobody.',
      resolve: permissionsOf,
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

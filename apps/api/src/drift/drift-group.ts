import { type DriftGroup, listDriftGroups } from '@gondola/pipeline/drift';
import { builder } from '../graphql/builder.ts';
import { BayNode, PlanogramVersionNode } from '../graphql/nodes/nodes.ts';
import { DriftReasonEnum, DriftReleaseModeEnum } from '../graphql/vocabulary.ts';

const DriftGroupObject = builder.objectRef<DriftGroup>('DriftGroup').implement({
  description: 'The captures of one bay that wait with the same tagged version.',
  fields: (t) => ({
    key: t.string({
      description: 'A key of the group for lists and links.',
      resolve: ({ bayId, taggedVersion }) => Buffer.from(`${bayId}:${taggedVersion}`).toString('base64url'),
    }),
    bay: t.field({ type: BayNode, resolve: (group) => group.bayId }),
    reason: t.expose('reason', { type: DriftReasonEnum }),
    taggedVersion: t.exposeString('taggedVersion'),
    tagged: t.field({
      type: PlanogramVersionNode,
      nullable: true,
      resolve: (group) => group.taggedVersionId,
    }),
    active: t.field({
      type: PlanogramVersionNode,
      nullable: true,
      resolve: (group) => group.activeVersionId,
    }),
    count: t.exposeInt('count'),
    oldest: t.expose('oldest', { type: 'DateTime' }),
    newest: t.expose('newest', { type: 'DateTime' }),
    modes: t.expose('modes', {
      type: [DriftReleaseModeEnum],
      description:
        'The modes that a release can use now. MAPPED needs a saved mapping from the tagged version to the active one.',
    }),
  }),
});

builder.queryField('driftGroups', (t) =>
  t.field({
    type: [DriftGroupObject],
    authScopes: { may: 'driftList' },
    resolve: (_root, _args, { db }) => listDriftGroups(db),
  }),
);

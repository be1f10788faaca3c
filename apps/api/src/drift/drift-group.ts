import { type DriftGroup, listDriftGroups } from '@gondola/pipeline/drift';
import { builder } from '../builder.ts';
import { BayNode, PlanogramVersionNode } from './nodes.ts';
import { DriftReasonEnum, DriftReleaseModeEnum } from './vocabulary.ts';

const DriftGroupObject = builder.objectRef<DriftGroup>('DriftGroup').implement({
  description: 'Waiting captures of one bay with one tagged and one active version.',
  fields: (t) => ({
    key: t.string({
      description: 'Names the group in lists and links.',
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
        'The modes that can work: TAGGED needs a known version, ACTIVE an active one, MAPPED both and a saved mapping.',
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

import type { PlannedActivationRow } from '@gondola/pipeline/planogram-versions';
import { builder } from '../builder.ts';
import {
  capturesReleasedBy,
  countPlannedActivations,
  listPlannedActivations,
} from '../queries/find-planned-activations.ts';
import { readPage } from '../queries/read-page.ts';
import { groupsOf } from '../queries/store-groups.ts';
import { PlanogramVersionNode, StoreNode } from './nodes.ts';
import { StoreGroup } from './store-group.ts';
import { ActivationStateEnum } from './vocabulary.ts';

/** As the round that ended it counted. */
interface Outcome {
  bays: number;
  activated: number;
  unchanged: number;
  overtaken: number;
}

const ActivationOutcome = builder.objectRef<Outcome>('ActivationOutcome').implement({
  fields: (t) => ({
    bays: t.exposeInt('bays', { description: 'All bays that were meant.' }),
    activated: t.exposeInt('activated'),
    unchanged: t.exposeInt('unchanged', { description: 'They followed the version already.' }),
    overtaken: t.exposeInt('overtaken', {
      description: 'Another version was activated there after this one was due; that one stays.',
    }),
  }),
});

export const PlannedActivation = builder.objectRef<PlannedActivationRow>('PlannedActivation').implement({
  description: 'A version that becomes the active one of bays at an instant; at once, or when it is due.',
  authScopes: { may: 'planogramList' },
  fields: (t) => ({
    id: t.exposeID('id'),
    version: t.field({ type: PlanogramVersionNode, resolve: (row) => row.versionId }),
    aisle: t.string({ resolve: (row) => row.scope.aisle }),
    stores: t.field({
      type: [StoreNode],
      description: 'Those that were named; the stores of groups come on top.',
      resolve: (row) => row.scope.storeIds,
    }),
    groups: t.field({
      type: [StoreGroup],
      description: 'With the stores they have when it is carried out.',
      resolve: (row, _args, { db }) => groupsOf(db, row.scope.groupIds),
    }),
    state: t.expose('state', { type: ActivationStateEnum }),
    dueAt: t.expose('dueAt', { type: 'DateTime' }),
    createdBy: t.exposeString('createdBy'),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    endedAt: t.expose('endedAt', { type: 'DateTime', nullable: true }),
    endedBy: t.exposeString('endedBy', { nullable: true }),
    outcome: t.field({
      type: ActivationOutcome,
      nullable: true,
      description: 'Null until it is DONE.',
      resolve: ({ outcome }) => outcome as unknown as Outcome | null,
    }),
    capturesReleased: t.loadable({
      type: 'Int',
      description: 'Captures that left the drift queue by themselves because of it, up to now.',
      load: (ids: string[], { db }) => capturesReleasedBy(db, ids),
      resolve: (row) => row.id,
    }),
  }),
});

const PlannedActivationFilterInput = builder.inputType('PlannedActivationFilter', {
  fields: (t) => ({
    label: t.string({ description: 'Of the version.' }),
    states: t.field({ type: [ActivationStateEnum] }),
  }),
});

builder.queryField('plannedActivations', (t) =>
  t.connection(
    {
      type: PlannedActivation,
      description: 'Newest first; 50 unless told, 200 at most.',
      authScopes: { may: 'planogramList' },
      args: { filter: t.arg({ type: PlannedActivationFilterInput }) },
      resolve: async (_root, { filter, ...request }, { db }) => ({
        ...(await readPage(listPlannedActivations(db, filter ?? {}), request)),
        count: () => countPlannedActivations(db, filter ?? {}),
      }),
    },
    {
      name: 'PlannedActivationConnection',
      fields: (c) => ({ totalCount: c.int({ resolve: ({ count }) => count() }) }),
    },
    { name: 'PlannedActivationEdge' },
  ),
);

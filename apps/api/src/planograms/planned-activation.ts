import { builder } from '../graphql/builder.ts';
import { BayNode, PlannedActivationNode, PlanogramVersionNode, StoreNode } from '../graphql/nodes/nodes.ts';
import { readPage } from '../graphql/paging/read-page.ts';
import { ActivationStateEnum } from '../graphql/vocabulary.ts';
import { StoreGroup } from '../stores/store-group.ts';
import { groupsOf } from '../stores/store-group-rows.ts';
import {
  capturesReleasedBy,
  countPlannedActivations,
  listPlannedActivations,
} from './planned-activation-rows.ts';

/** As counted by the run that completed it. */
interface Outcome {
  bays: number;
  activated: number;
  unchanged: number;
  overtaken: number;
}

const ActivationOutcome = builder.objectRef<Outcome>('ActivationOutcome').implement({
  fields: (t) => ({
    bays: t.exposeInt('bays', { description: 'The number of bays of the activation.' }),
    activated: t.exposeInt('activated'),
    unchanged: t.exposeInt('unchanged', {
      description: 'The number of bays that followed the version already.',
    }),
    overtaken: t.exposeInt('overtaken', {
      description:
        'The number of bays where another version was activated after this one was due. That version stays.',
    }),
  }),
});

PlannedActivationNode.implement({
  description: 'The activation of a version for bays of one aisle, at once or at a later instant.',
  authScopes: { may: 'planogramList' },
  fields: (t) => ({
    version: t.field({ type: PlanogramVersionNode, resolve: (row) => row.versionId }),
    aisle: t.string({ resolve: (row) => row.scope.aisle }),
    bays: t.field({
      type: [BayNode],
      description: 'The bays that were named one by one, each with the aisle of its own store.',
      resolve: (row) => row.scope.bayIds ?? [],
    }),
    stores: t.field({
      type: [StoreNode],
      description: 'The stores that were named one by one. The stores of `groups` are added to them.',
      resolve: (row) => row.scope.storeIds,
    }),
    groups: t.field({
      type: [StoreGroup],
      description: 'The groups of stores, with the stores that they have when the activation is carried out.',
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
      description: 'What the activation did; null until it is DONE.',
      resolve: ({ outcome }) => outcome as unknown as Outcome | null,
    }),
    capturesReleased: t.loadable({
      type: 'Int',
      description: 'The number of captures that the activation has released from the drift queue so far.',
      load: (ids: string[], { db }) => capturesReleasedBy(db, ids),
      resolve: (row) => row.id,
    }),
  }),
});

const PlannedActivationFilterInput = builder.inputType('PlannedActivationFilter', {
  fields: (t) => ({
    label: t.string({ description: 'Only activations of the version with this label.' }),
    states: t.field({ type: [ActivationStateEnum] }),
  }),
});

builder.queryField('plannedActivations', (t) =>
  t.connection(
    {
      type: PlannedActivationNode,
      description: 'Planned, carried out and cancelled activations, newest first.',
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

import { storeLimit } from '../auth/viewer.ts';
import { builder } from '../builder.ts';
import { plannedActivationsOf } from '../queries/find-planned-activations.ts';
import { type AssignmentRow, assignmentsOf, factsOf, type VersionFacts } from '../queries/version-facts.ts';
import { BayNode, PlanogramVersionNode } from './nodes.ts';
import { PlannedActivation } from './planned-activation.ts';

const Facts = builder.objectRef<VersionFacts>('PlanogramVersionFacts').implement({
  fields: (t) => ({
    positions: t.exposeInt('positions'),
    facings: t.exposeInt('facings', { description: 'Horizontal times vertical, over all positions.' }),
    products: t.exposeInt('products'),
    activeBays: t.exposeInt('activeBays', { description: 'Bays that follow it now.' }),
    assignments: t.exposeInt('assignments', { description: 'How often it became the active one of a bay.' }),
    expired: t.exposeBoolean('expired', {
      description: 'Its period is over. Nothing is deactivated by that.',
    }),
  }),
});

const PlanogramAssignment = builder.objectRef<AssignmentRow>('PlanogramAssignment').implement({
  description: 'A version was the active one of a bay from one moment to another.',
  fields: (t) => ({
    bay: t.field({ type: BayNode, resolve: (row) => row.bayId }),
    version: t.field({ type: PlanogramVersionNode, resolve: (row) => row.versionId }),
    activatedAt: t.expose('activatedAt', { type: 'DateTime' }),
    deactivatedAt: t.expose('deactivatedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Null: it is the active one.',
    }),
    activatedBy: t.exposeString('activatedBy', { nullable: true, authScopes: { may: 'planogramList' } }),
    activation: t.loadable({
      type: PlannedActivation,
      nullable: true,
      description: 'The planned activation that did it; null: a person, for this bay alone.',
      authScopes: { may: 'planogramList' },
      load: (ids: string[], { db }) => plannedActivationsOf(db, ids),
      resolve: (row) => row.activationId,
    }),
  }),
});

builder.objectFields(PlanogramVersionNode, (t) => ({
  facts: t.loadable({
    type: Facts,
    load: (versionIds: string[], { db, viewer }) => factsOf(db, versionIds, storeLimit(viewer)),
    resolve: (version) => version.id,
  }),
  sourceFormat: t.exposeString('sourceFormat'),
  createdBy: t.exposeString('createdBy', { nullable: true, authScopes: { may: 'planogramList' } }),
  assignments: t.loadableList({
    type: PlanogramAssignment,
    description: 'Where and when it was active, the latest first, 200 at most; `facts` counts them all.',
    load: (versionIds: string[], { db, viewer }) => assignmentsOf(db, versionIds, storeLimit(viewer)),
    resolve: (version) => version.id,
  }),
}));

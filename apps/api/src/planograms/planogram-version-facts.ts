import type { PlanogramFileFormat } from '@gondola/pipeline/planogram';
import { storeLimit } from '../auth/viewer.ts';
import { builder } from '../graphql/builder.ts';
import { BayNode, PlannedActivationNode, PlanogramVersionNode } from '../graphql/nodes/nodes.ts';
import { PlanogramFormatEnum } from './planogram-format.ts';
import { type AssignmentRow, assignmentsOf, factsOf, type VersionFacts } from './version-fact-rows.ts';

const Facts = builder.objectRef<VersionFacts>('PlanogramVersionFacts').implement({
  fields: (t) => ({
    positions: t.exposeInt('positions'),
    facings: t.exposeInt('facings', {
      description: 'The number of facings: horizontal times vertical, over all positions.',
    }),
    products: t.exposeInt('products'),
    activeBays: t.exposeInt('activeBays', { description: 'The number of bays that follow the version now.' }),
    assignments: t.exposeInt('assignments', {
      description: 'How often the version became the active one of a bay.',
    }),
    expired: t.exposeBoolean('expired', {
      description: 'True when `effectiveTo` is in the past. The date alone deactivates nothing.',
    }),
  }),
});

const PlanogramAssignment = builder.objectRef<AssignmentRow>('PlanogramAssignment').implement({
  description: 'A period in which a bay followed a planogram version.',
  fields: (t) => ({
    bay: t.field({ type: BayNode, resolve: (row) => row.bayId }),
    version: t.field({ type: PlanogramVersionNode, resolve: (row) => row.versionId }),
    activatedAt: t.expose('activatedAt', { type: 'DateTime' }),
    deactivatedAt: t.expose('deactivatedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When another version replaced this one; null while the bay follows it.',
    }),
    activatedBy: t.exposeString('activatedBy', { nullable: true, authScopes: { may: 'planogramList' } }),
    activation: t.field({
      type: PlannedActivationNode,
      nullable: true,
      description:
        'The planned activation behind this period; null when a person activated the version for this bay alone.',
      authScopes: { may: 'planogramList' },
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
  sourceFormat: t.field({
    type: PlanogramFormatEnum,
    // Only the import writes it.
    resolve: ({ sourceFormat }) => sourceFormat as PlanogramFileFormat,
  }),
  createdBy: t.exposeString('createdBy', { nullable: true, authScopes: { may: 'planogramList' } }),
  assignments: t.loadableList({
    type: PlanogramAssignment,
    description: 'Where and when the version was active, the latest first, 200 at most. `facts` counts all.',
    load: (versionIds: string[], { db, viewer }) => assignmentsOf(db, versionIds, storeLimit(viewer)),
    resolve: (version) => version.id,
  }),
}));

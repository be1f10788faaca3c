import {
  type ActivationPreview,
  type ActivationWarning,
  activationWarningCodes,
  type PreviewedBay,
  previewPlanogramVersionActivation,
} from '@gondola/pipeline/planogram-versions';
import { builder } from '../graphql/builder.ts';
import { UserError, type UserErrorShape } from '../graphql/errors/problem.ts';
import { BayNode, PlanogramVersionNode, StoreNode } from '../graphql/nodes/nodes.ts';
import { PlanogramVersionActivateInput, readActivation, toUserErrors } from './activation-input.ts';

const ActivationWarningCode = builder.enumType('ActivationWarningCode', { values: activationWarningCodes });

const Warning = builder.objectRef<ActivationWarning>('ActivationWarning').implement({
  fields: (t) => ({
    code: t.expose('code', { type: ActivationWarningCode }),
    message: t.exposeString('message'),
  }),
});

const BayBefore = builder.objectRef<PreviewedBay>('ActivationBay').implement({
  description: 'A bay as it is before the activation.',
  fields: (t) => ({
    store: t.field({ type: StoreNode, resolve: (one) => one.storeId }),
    bay: t.field({
      type: BayNode,
      nullable: true,
      description: 'The bay; null when the activation would create it.',
      resolve: (one) => one.bayId,
    }),
    activeVersion: t.field({
      type: PlanogramVersionNode,
      nullable: true,
      resolve: (one) => one.activeVersionId,
    }),
    expired: t.exposeBoolean('expired', {
      description: 'True when the `effectiveTo` of its active version is in the past.',
    }),
  }),
});

const Consequences = builder
  .objectRef<ActivationPreview & { versionId: string }>('ActivationConsequences')
  .implement({
    description: 'What an activation would do, as far as known now.',
    fields: (t) => ({
      version: t.field({ type: PlanogramVersionNode, resolve: (one) => one.versionId }),
      aisle: t.exposeString('aisle'),
      at: t.expose('at', { type: 'DateTime' }),
      baysTotal: t.int({ resolve: ({ bays }) => bays }),
      baysUnchanged: t.exposeInt('baysUnchanged', {
        description: 'The number of bays that follow the version already.',
      }),
      baysReplaced: t.exposeInt('baysReplaced', {
        description: 'The number of bays that follow another version now.',
      }),
      baysFirst: t.exposeInt('baysFirst', {
        description: 'The number of bays without an active version, new bays included.',
      }),
      baysNew: t.exposeInt('baysNew', { description: 'The number of bays that no device has ever named.' }),
      capturesReleased: t.exposeInt('capturesReleased', {
        description: 'The number of captures that wait for this version and would be released.',
      }),
      capturesInFlight: t.exposeInt('capturesInFlight', {
        description: 'The number of captures of `baysReplaced` that have not reached the version gate yet.',
      }),
      capturesToDrift: t.exposeInt('capturesToDrift', {
        description:
          'How many of `capturesInFlight` are tagged with the replaced version. They would wait in the drift queue.',
      }),
      recentCapturesOnReplaced: t.exposeInt('recentCapturesOnReplaced', {
        description:
          'The number of captures taken within the last seven days that are tagged with the replaced version.',
      }),
      recentDevicesOnReplaced: t.exposeInt('recentDevicesOnReplaced', {
        description:
          'The number of devices that sent `recentCapturesOnReplaced`. Their captures would drift until they send the new label.',
      }),
      silentDriftsEnded: t.exposeInt('silentDriftsEnded', {
        description:
          'The number of open suspicions that a shelf follows this version already. The activation would settle them.',
      }),
      warnings: t.expose('warnings', { type: [Warning] }),
      bays: t.field({
        type: [BayBefore],
        description: 'The first bays, by store code.',
        resolve: ({ firstBays }) => firstBays,
      }),
    }),
  });

interface Preview {
  consequences: (ActivationPreview & { versionId: string }) | null;
  userErrors: UserErrorShape[];
}

const PlanogramActivationPreview = builder.objectRef<Preview>('PlanogramActivationPreview').implement({
  fields: (t) => ({
    consequences: t.expose('consequences', { type: Consequences, nullable: true }),
    userErrors: t.expose('userErrors', { type: [UserError] }),
  }),
});

const baysShown = 50;
const maxBaysShown = 500;

builder.queryField('planogramActivationPreview', (t) =>
  t.field({
    type: PlanogramActivationPreview,
    description: 'Returns what `planogramVersionActivate` would do with the same input. Changes nothing.',
    authScopes: { may: 'planogramVersionActivate' },
    args: {
      input: t.arg({ type: PlanogramVersionActivateInput, required: true }),
      baysFirst: t.arg.int({
        description: `How many bays to list: ${baysShown} by default, ${maxBaysShown} at most.`,
      }),
    },
    resolve: async (_root, { input, baysFirst }, { db }): Promise<Preview> => {
      const read = readActivation(input);
      if ('userErrors' in read) return { consequences: null, ...read };
      const limit = Math.max(0, Math.min(baysFirst ?? baysShown, maxBaysShown));
      const preview = await previewPlanogramVersionActivation(db, read.asked, limit);
      return 'unknown' in preview
        ? { consequences: null, userErrors: toUserErrors(preview.unknown, input) }
        : { consequences: preview, userErrors: [] };
    },
  }),
);

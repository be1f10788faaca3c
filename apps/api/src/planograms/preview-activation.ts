import {
  type ActivationPreview,
  type ActivationWarning,
  type PreviewedBay,
  previewActivation,
} from '@gondola/pipeline/planogram-versions';
import { builder } from '../builder.ts';
import { resolveActivation } from '../queries/resolve-activation.ts';
import { BayNode, PlanogramVersionNode, StoreNode } from './nodes.ts';
import { PlanogramVersionActivateInput } from './planogram-version-activate.ts';
import { UserError, type UserErrorShape } from './problem.ts';

const Warning = builder.objectRef<ActivationWarning>('ActivationWarning').implement({
  fields: (t) => ({
    code: t.string({
      description: 'Machine-readable, in capitals.',
      resolve: (warning) => warning.code,
    }),
    message: t.exposeString('message'),
  }),
});

const BayBefore = builder.objectRef<PreviewedBay>('ActivationBay').implement({
  description: 'A bay as it stands before the activation.',
  fields: (t) => ({
    store: t.field({ type: StoreNode, resolve: (one) => one.storeId }),
    bay: t.field({
      type: BayNode,
      nullable: true,
      description: 'Null: it would be made.',
      resolve: (one) => one.bayId,
    }),
    activeVersion: t.field({
      type: PlanogramVersionNode,
      nullable: true,
      resolve: (one) => one.activeVersionId,
    }),
    expired: t.exposeBoolean('expired', { description: 'The period of its active version is over.' }),
  }),
});

const Consequences = builder
  .objectRef<ActivationPreview & { versionId: string }>('ActivationConsequences')
  .implement({
    description: 'What the activation would do, by what is known now.',
    fields: (t) => ({
      version: t.field({ type: PlanogramVersionNode, resolve: (one) => one.versionId }),
      aisle: t.exposeString('aisle'),
      at: t.expose('at', { type: 'DateTime' }),
      baysTotal: t.int({ resolve: ({ bays }) => bays }),
      baysUnchanged: t.exposeInt('baysUnchanged', { description: 'They follow the version already.' }),
      baysReplaced: t.exposeInt('baysReplaced', { description: 'They follow another version now.' }),
      baysFirst: t.exposeInt('baysFirst', {
        description: 'They have no active version yet, new bays included.',
      }),
      baysNew: t.exposeInt('baysNew', { description: 'No device has ever named them.' }),
      capturesReleased: t.exposeInt('capturesReleased', {
        description: 'They wait in the drift queue for this version and would be released by themselves.',
      }),
      capturesInFlight: t.exposeInt('capturesInFlight', {
        description: 'Captures of the replaced bays that have not come to the version gate yet.',
      }),
      capturesToDrift: t.exposeInt('capturesToDrift', {
        description:
          'Of those in flight, tagged with the version that is replaced: they would wait in the drift queue.',
      }),
      recentCapturesOnReplaced: t.exposeInt('recentCapturesOnReplaced', {
        description: 'Captures of the last seven days that are tagged with the version that is replaced.',
      }),
      recentDevicesOnReplaced: t.exposeInt('recentDevicesOnReplaced', {
        description: 'The devices that sent them: they would drift until they learn of the new version.',
      }),
      silentDriftsEnded: t.exposeInt('silentDriftsEnded', {
        description: 'Open suspicions that the shelf follows this version already.',
      }),
      warnings: t.expose('warnings', { type: [Warning] }),
      bays: t.field({
        type: [BayBefore],
        description: 'The first of them, by store code.',
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
const mostBaysShown = 500;

builder.queryField('planogramActivationPreview', (t) =>
  t.field({
    type: PlanogramActivationPreview,
    description: 'What planogramVersionActivate would do with the same input. Changes nothing.',
    authScopes: { may: 'planogramVersionActivate' },
    args: {
      input: t.arg({ type: PlanogramVersionActivateInput, required: true }),
      baysFirst: t.arg.int({
        description: `How many bays to list; ${baysShown} unless told, ${mostBaysShown} at most.`,
      }),
    },
    resolve: async (_root, { input, baysFirst }, { db }): Promise<Preview> => {
      const resolved = await resolveActivation(db, input);
      if ('userErrors' in resolved) return { consequences: null, ...resolved };
      const limit = Math.max(0, Math.min(baysFirst ?? baysShown, mostBaysShown));
      const preview = await previewActivation(db, { ...resolved, at: input.at ?? null, limit });
      return { consequences: { ...preview, versionId: resolved.versionId }, userErrors: [] };
    },
  }),
);

import { type MappingEntry, proposeVersionMapping } from '@gondola/pipeline/planogram-versions';
import { builder } from '../graphql/builder.ts';
import { UserError, type UserErrorShape } from '../graphql/errors/problem.ts';
import { uuidOf } from '../ids/node-id.ts';
import { VersionMappingEntry } from './version-mapping.ts';
import { versionUnknown } from './version-unknown.ts';

interface Proposal {
  entries: MappingEntry[];
  summary: string | null;
  userErrors: UserErrorShape[];
}

const VersionMappingProposePayload = builder.objectRef<Proposal>('VersionMappingProposePayload').implement({
  fields: (t) => ({
    entries: t.expose('entries', { type: [VersionMappingEntry] }),
    summary: t.exposeString('summary', { nullable: true }),
    userErrors: t.expose('userErrors', { type: [UserError] }),
  }),
});

const VersionMappingProposeInput = builder.inputType('VersionMappingProposeInput', {
  fields: (t) => ({ fromVersionId: t.id({ required: true }), toVersionId: t.id({ required: true }) }),
});

builder.mutationField('versionMappingPropose', (t) =>
  t.field({
    type: VersionMappingProposePayload,
    description:
      'Compares two versions and returns a mapping for a person to check and save. Changes nothing.',
    authScopes: { may: 'versionMappingSave' },
    args: { input: t.arg({ type: VersionMappingProposeInput, required: true }) },
    resolve: async (_root, { input }, { db }): Promise<Proposal> => {
      const fromVersionId = uuidOf('PlanogramVersion', input.fromVersionId);
      const toVersionId = uuidOf('PlanogramVersion', input.toVersionId);
      if (fromVersionId === null || toVersionId === null) return unknown;
      const proposal = await proposeVersionMapping(db, { fromVersionId, toVersionId });
      return 'problem' in proposal ? unknown : { ...proposal, userErrors: [] };
    },
  }),
);

const unknown: Proposal = { entries: [], summary: null, userErrors: [versionUnknown] };

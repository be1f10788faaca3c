import {
  compareVersions,
  type MappingEntry,
  proposeMapping,
  readMapping,
  type SavedEntry,
} from '@gondola/pipeline/planogram-versions';
import { builder } from '../builder.ts';
import { readVersionPair } from '../queries/read-version-pair.ts';
import { uuidOf } from './node-id.ts';
import { ProductNode } from './nodes.ts';
import { UserError, type UserErrorShape } from './problem.ts';
import { MappingKindEnum } from './vocabulary.ts';

export const VersionMappingEntry = builder
  .objectRef<MappingEntry & Partial<SavedEntry>>('VersionMappingEntry')
  .implement({
    fields: (t) => ({
      kind: t.expose('kind', { type: MappingKindEnum }),
      fromPositionId: t.exposeString('fromPositionId', { nullable: true }),
      toPositionId: t.exposeString('toPositionId', { nullable: true }),
      fromProduct: t.field({ type: ProductNode, nullable: true, resolve: (entry) => entry.fromProductId }),
      toProduct: t.field({ type: ProductNode, nullable: true, resolve: (entry) => entry.toProductId }),
      graceUntil: t.expose('graceUntil', {
        type: 'DateTime',
        nullable: true,
        description: 'ALIAS alone: in photos taken before, the old product counts as the new one.',
      }),
      savedBy: t.string({
        nullable: true,
        description: 'Null in a proposal, which nobody has saved. A mapping is saved as a whole.',
        resolve: ({ savedBy }) => savedBy ?? null,
      }),
      savedAt: t.field({ type: 'DateTime', nullable: true, resolve: ({ savedAt }) => savedAt ?? null }),
    }),
  });

builder.queryField('versionMapping', (t) =>
  t.field({
    type: [VersionMappingEntry],
    description: 'The mapping that holds now; empty when nobody saved one.',
    authScopes: { may: 'planogramList' },
    args: { fromVersionId: t.arg.id({ required: true }), toVersionId: t.arg.id({ required: true }) },
    resolve: async (_root, args, { db }) => {
      const from = uuidOf('PlanogramVersion', args.fromVersionId);
      const to = uuidOf('PlanogramVersion', args.toVersionId);
      return from === null || to === null ? [] : readMapping(db, from, to);
    },
  }),
);

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
      'A mapping by comparison of the two versions, for a person to check and save. Writes nothing.',
    authScopes: { may: 'versionMappingSave' },
    args: { input: t.arg({ type: VersionMappingProposeInput, required: true }) },
    resolve: async (_root, { input }, { db }): Promise<Proposal> => {
      const pair = await readVersionPair(
        db,
        uuidOf('PlanogramVersion', input.fromVersionId),
        uuidOf('PlanogramVersion', input.toVersionId),
      );
      if (!pair) return { entries: [], summary: null, userErrors: [versionUnknown] };
      const diff = compareVersions(pair.from, pair.to);
      return { entries: proposeMapping(diff), summary: diff.summary, userErrors: [] };
    },
  }),
);

export const versionUnknown: UserErrorShape = {
  code: 'VERSION_UNKNOWN',
  message: 'There is no planogram version of this id.',
};

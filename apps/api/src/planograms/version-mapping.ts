import { type MappingEntry, readMapping, type SavedEntry } from '@gondola/pipeline/planogram-versions';
import { builder } from '../graphql/builder.ts';
import { ProductNode } from '../graphql/nodes/nodes.ts';
import { MappingKindEnum } from '../graphql/vocabulary.ts';
import { uuidOf } from '../ids/node-id.ts';

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
        description:
          'For ALIAS: the old product counts as the new one in photos taken before; null for other kinds.',
      }),
      savedBy: t.string({
        nullable: true,
        description: 'The e-mail address of the person who saved the mapping; null in a proposal.',
        resolve: ({ savedBy }) => savedBy ?? null,
      }),
      savedAt: t.field({ type: 'DateTime', nullable: true, resolve: ({ savedAt }) => savedAt ?? null }),
    }),
  });

builder.queryField('versionMapping', (t) =>
  t.field({
    type: [VersionMappingEntry],
    description: 'The mapping in force from one version to another; empty when none is saved.',
    authScopes: { may: 'planogramList' },
    args: { fromVersionId: t.arg.id({ required: true }), toVersionId: t.arg.id({ required: true }) },
    resolve: async (_root, args, { db }) => {
      const from = uuidOf('PlanogramVersion', args.fromVersionId);
      const to = uuidOf('PlanogramVersion', args.toVersionId);
      return from === null || to === null ? [] : readMapping(db, from, to);
    },
  }),
);

import {
  compareVersions,
  readVersionPair,
  type VersionChange,
  type VersionDiff,
} from '@gondola/pipeline/planogram-versions';
import { builder } from '../graphql/builder.ts';
import { PlanogramVersionNode } from '../graphql/nodes/nodes.ts';
import { MappingKindEnum } from '../graphql/vocabulary.ts';
import { uuidOf } from '../ids/node-id.ts';
import { PlanogramPosition } from './planogram-version.ts';

type Facings = NonNullable<VersionChange['facings']>['from'];
type Size = NonNullable<VersionChange['size']>['from'];

const FacingsObject = builder.objectRef<Facings>('PositionFacings').implement({
  fields: (t) => ({
    horizontal: t.exposeInt('horizontal'),
    vertical: t.exposeInt('vertical'),
    depth: t.exposeInt('depth'),
  }),
});
const FacingsChange = builder.objectRef<{ from: Facings; to: Facings }>('FacingsChange').implement({
  fields: (t) => ({
    from: t.expose('from', { type: FacingsObject }),
    to: t.expose('to', { type: FacingsObject }),
  }),
});
const SizeObject = builder.objectRef<Size>('FacingSize').implement({
  description: 'The size of one facing.',
  fields: (t) => ({ widthMm: t.exposeFloat('widthMm'), heightMm: t.exposeFloat('heightMm') }),
});
const SizeChange = builder.objectRef<{ from: Size; to: Size }>('FacingSizeChange').implement({
  fields: (t) => ({
    from: t.expose('from', { type: SizeObject }),
    to: t.expose('to', { type: SizeObject }),
  }),
});

interface Versions {
  fromVersionId: string;
  toVersionId: string;
}

type Change = VersionChange & Versions;

const ChangeObject = builder.objectRef<Change>('PlanogramVersionChange').implement({
  fields: (t) => ({
    kind: t.field({ type: MappingKindEnum, resolve: ({ kind }) => kind }),
    from: t.field({
      type: PlanogramPosition,
      nullable: true,
      description: 'The position in the earlier version; null for NEW.',
      resolve: ({ from, fromVersionId }) => from && rowOf(from, fromVersionId),
    }),
    to: t.field({
      type: PlanogramPosition,
      nullable: true,
      description: 'The position in the later version; null for DELISTED.',
      resolve: ({ to, toVersionId }) => to && rowOf(to, toVersionId),
    }),
    facings: t.expose('facings', {
      type: FacingsChange,
      nullable: true,
      description: 'The facings, when they differ; null otherwise.',
    }),
    size: t.expose('size', {
      type: SizeChange,
      nullable: true,
      description: 'The size of one facing, when it differs; null otherwise.',
    }),
    words: t.exposeString('words', { description: 'The change as a sentence for people.' }),
  }),
});

function rowOf({ id, facings, ...rest }: NonNullable<VersionChange['from']>, versionId: string) {
  return {
    ...rest,
    versionId,
    positionId: id,
    facingsHorizontal: facings.horizontal,
    facingsVertical: facings.vertical,
    facingsDepth: facings.depth,
  };
}

const ChangeCount = builder
  .objectRef<{ kind: VersionChange['kind']; count: number }>('VersionChangeCount')
  .implement({
    fields: (t) => ({
      kind: t.field({ type: MappingKindEnum, resolve: ({ kind }) => kind }),
      count: t.exposeInt('count'),
    }),
  });

const DiffObject = builder.objectRef<VersionDiff & Versions>('PlanogramVersionDiff').implement({
  fields: (t) => ({
    from: t.field({ type: PlanogramVersionNode, resolve: (diff) => diff.fromVersionId }),
    to: t.field({ type: PlanogramVersionNode, resolve: (diff) => diff.toVersionId }),
    summary: t.exposeString('summary'),
    entries: t.field({
      type: [ChangeObject],
      description:
        'Every position of both versions once, in the order of the later version. Positions of the earlier one alone are last.',
      resolve: ({ changes, fromVersionId, toVersionId }) =>
        changes.map((change) => ({ ...change, fromVersionId, toVersionId })),
    }),
    counts: t.field({
      type: [ChangeCount],
      resolve: ({ counts }) =>
        Object.entries(counts).map(([kind, count]) => ({ kind: kind as VersionChange['kind'], count })),
    }),
    facingsChanged: t.exposeInt('facingsChanged'),
    sizesChanged: t.exposeInt('sizesChanged'),
  }),
});

builder.queryField('planogramVersionDiff', (t) =>
  t.field({
    type: DiffObject,
    nullable: true,
    description: 'Compares two planogram versions; null when one of them does not exist.',
    authScopes: { may: 'planogramList' },
    args: { fromVersionId: t.arg.id({ required: true }), toVersionId: t.arg.id({ required: true }) },
    resolve: async (_root, args, { db }) => {
      const pair = await readVersionPair(
        db,
        uuidOf('PlanogramVersion', args.fromVersionId),
        uuidOf('PlanogramVersion', args.toVersionId),
      );
      if (!pair) return null;
      const { from, to, ...versions } = pair;
      return { ...compareVersions(from, to), ...versions };
    },
  }),
);

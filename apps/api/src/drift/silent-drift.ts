import { silentDriftEndings } from '@gondola/db';
import { listSilentDriftGroups, type SilentDriftGroup } from '@gondola/pipeline/drift';
import { builder } from '../graphql/builder.ts';
import {
  BayNode,
  CaptureNode,
  PlanogramVersionNode,
  ReprocessBatchNode,
  ScoreNode,
  SilentDriftItemNode,
} from '../graphql/nodes/nodes.ts';
import { type Page, readPage } from '../graphql/paging/read-page.ts';
import { uuidOf } from '../ids/node-id.ts';
import { countSilentDrift, listSilentDrift, type SilentDriftFilter } from './silent-drift-rows.ts';

const SilentDriftEndingEnum = builder.enumType('SilentDriftEnding', { values: silentDriftEndings });

const SilentDriftGroupObject = builder.objectRef<SilentDriftGroup>('SilentDriftGroup').implement({
  description:
    'Open suspicions for one bay that the shelf follows another version than its captures were scored against.',
  fields: (t) => ({
    key: t.string({
      description: 'A key of the group for lists and links.',
      resolve: ({ bayId, pinnedVersionId, betterVersionId }) =>
        Buffer.from(`${bayId}:${pinnedVersionId}:${betterVersionId}`).toString('base64url'),
    }),
    bay: t.field({ type: BayNode, resolve: (group) => group.bayId }),
    pinned: t.field({ type: PlanogramVersionNode, resolve: (group) => group.pinnedVersionId }),
    better: t.field({ type: PlanogramVersionNode, resolve: (group) => group.betterVersionId }),
    count: t.exposeInt('count'),
    oldest: t.expose('oldest', { type: 'DateTime' }),
    newest: t.expose('newest', { type: 'DateTime' }),
    meanPinnedScore: t.exposeFloat('meanPinnedScore'),
    meanBetterScore: t.exposeFloat('meanBetterScore'),
    latestCapture: t.field({ type: CaptureNode, resolve: (group) => group.latestCaptureId }),
  }),
});

builder.queryField('silentDriftGroups', (t) =>
  t.field({
    type: [SilentDriftGroupObject],
    description: 'Open suspicions of silent drift by bay and versions, the group with the newest one first.',
    authScopes: { may: 'driftList' },
    resolve: (_root, _args, { db }) => listSilentDriftGroups(db),
  }),
);

SilentDriftItemNode.implement({
  fields: (t) => ({
    capture: t.field({ type: CaptureNode, resolve: (item) => item.captureId }),
    bay: t.field({ type: BayNode, resolve: (item) => item.bayId }),
    score: t.field({ type: ScoreNode, resolve: (item) => item.scoreId }),
    pinned: t.field({ type: PlanogramVersionNode, resolve: (item) => item.pinnedVersionId }),
    better: t.field({ type: PlanogramVersionNode, resolve: (item) => item.betterVersionId }),
    pinnedScore: t.exposeFloat('pinnedScore'),
    betterScore: t.exposeFloat('betterScore'),
    discriminatingFacings: t.exposeInt('discriminatingFacings', {
      description: 'The number of facings that the two versions plan differently and that could be assessed.',
    }),
    reason: t.exposeString('reason'),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    endedAt: t.expose('endedAt', { type: 'DateTime', nullable: true }),
    endedBy: t.exposeString('endedBy', { nullable: true }),
    ending: t.expose('ending', { type: SilentDriftEndingEnum, nullable: true }),
    batch: t.field({ type: ReprocessBatchNode, nullable: true, resolve: (item) => item.batchId }),
  }),
});

const SilentDriftItemFilter = builder.inputType('SilentDriftItemFilter', {
  fields: (t) => ({
    bayId: t.id(),
    pinnedVersionId: t.id(),
    betterVersionId: t.id(),
    captureId: t.id(),
    open: t.boolean(),
  }),
});

builder.queryField('silentDriftItems', (t) =>
  t.connection(
    {
      type: SilentDriftItemNode,
      description: 'The items, newest first.',
      authScopes: { may: 'driftList' },
      args: { filter: t.arg({ type: SilentDriftItemFilter }) },
      resolve: async (_root, { filter, ...request }, { db }) => {
        const where = readFilter(filter ?? {});
        if (where === null) return { ...emptyPage, count: async () => 0 };
        return {
          ...(await readPage(listSilentDrift(db, where), request)),
          count: () => countSilentDrift(db, where),
        };
      },
    },
    {
      name: 'SilentDriftItemConnection',
      fields: (c) => ({ totalCount: c.int({ resolve: ({ count }) => count() }) }),
    },
    { name: 'SilentDriftItemEdge' },
  ),
);

/** Null when an id is not valid: then nothing matches. */
function readFilter(filter: typeof SilentDriftItemFilter.$inferInput): SilentDriftFilter | null {
  const read = (type: string, given: string | null | undefined) => (given ? uuidOf(type, given) : undefined);
  const ids = {
    bayId: read('Bay', filter.bayId),
    pinnedVersionId: read('PlanogramVersion', filter.pinnedVersionId),
    betterVersionId: read('PlanogramVersion', filter.betterVersionId),
    captureId: read('Capture', filter.captureId),
  };
  return Object.values(ids).includes(null) ? null : { ...ids, open: filter.open };
}

const emptyPage: Page<never> = {
  edges: [],
  pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
};

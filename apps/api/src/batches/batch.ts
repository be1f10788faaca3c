import type { Database } from '@gondola/db';
import type { BatchImpact, BatchProgress, FailureGroup } from '@gondola/pipeline/batches';
import { actsOf, readFailures, readImpact, readProgress } from '@gondola/pipeline/batches';
import { builder } from '../graphql/builder.ts';
import {
  BayNode,
  CaptureNode,
  PlanogramVersionNode,
  ReprocessBatchNode,
  ScoreNode,
} from '../graphql/nodes/nodes.ts';
import { readPage } from '../graphql/paging/read-page.ts';
import {
  BatchItemStateEnum,
  BatchStateEnum,
  ReprocessModeEnum,
  VersionChoiceEnum,
} from '../graphql/vocabulary.ts';
import { uuidOf } from '../ids/node-id.ts';
import { BatchActEnum } from './act-on-batch.ts';
import { type BatchItemRow, countBatches, countItems, listBatches, listItems } from './batch-rows.ts';

/** The common fields of background work. */
const Job = builder
  .interfaceRef<{ id: string; total: number; startedAt: Date | null; endedAt: Date | null }>('Job')
  .implement({
    description: 'Long work in the background, which continues after a restart.',
    fields: (t) => ({
      total: t.exposeInt('total', {
        description: 'The number of things to do. The number can grow at the beginning.',
      }),
      ended: t.int({
        description: 'The number of things that ended, successfully or not.',
        resolve: resolvedByEachKind,
      }),
      remainingSeconds: t.float({
        nullable: true,
        description: 'The expected time to the end at the pace of the last minute; null while unknown.',
        resolve: resolvedByEachKind,
      }),
      startedAt: t.expose('startedAt', { type: 'DateTime', nullable: true }),
      endedAt: t.expose('endedAt', { type: 'DateTime', nullable: true }),
    }),
  });

function resolvedByEachKind(): never {
  throw new Error('invariant: every kind of job resolves this field');
}

const StateCount = builder
  .objectRef<{ state: BatchItemRow['state']; count: number }>('ReprocessStateCount')
  .implement({
    fields: (t) => ({
      state: t.expose('state', { type: BatchItemStateEnum }),
      count: t.exposeInt('count'),
    }),
  });

const Failure = builder.objectRef<FailureGroup>('ReprocessFailure').implement({
  description: 'Captures of a batch that have no published result for one cause.',
  fields: (t) => ({
    state: t.expose('state', { type: BatchItemStateEnum }),
    code: t.exposeString('failure'),
    message: t.exposeString('message', {
      description: 'The cause as a sentence for people, from one of the captures.',
    }),
    count: t.exposeInt('count'),
  }),
});

export const Impact = builder.objectRef<BatchImpact>('ReprocessImpact').implement({
  description: 'The scores of captures before and after. Means are over captures with a score on both sides.',
  fields: (t) => ({
    compared: t.exposeInt('compared'),
    improved: t.exposeInt('improved'),
    worsened: t.exposeInt('worsened'),
    same: t.exposeInt('same'),
    meanBefore: t.exposeFloat('meanBefore', { nullable: true }),
    meanAfter: t.exposeFloat('meanAfter', { nullable: true }),
    histogramBefore: t.intList({
      description:
        'The number of captures by score before, in ten steps of 0.1 from 0 up. A score of 1 is in the last step.',
      resolve: ({ histogramBefore }) => histogramBefore,
    }),
    histogramAfter: t.intList({ resolve: ({ histogramAfter }) => histogramAfter }),
  }),
});

const Item = builder.objectRef<BatchItemRow>('ReprocessItem').implement({
  fields: (t) => ({
    capture: t.field({ type: CaptureNode, resolve: (item) => item.captureId }),
    state: t.expose('state', { type: BatchItemStateEnum }),
    attempts: t.exposeInt('attempts'),
    scoreBefore: t.field({ type: ScoreNode, nullable: true, resolve: (item) => item.scoreBeforeId }),
    scoreAfter: t.field({ type: ScoreNode, nullable: true, resolve: (item) => item.scoreAfterId }),
    failure: t.exposeString('failure', { nullable: true }),
    message: t.exposeString('message', { nullable: true }),
    endedAt: t.expose('endedAt', { type: 'DateTime', nullable: true }),
  }),
});

const Progress = builder.objectRef<BatchProgress>('ReprocessProgress').implement({
  fields: (t) => ({
    counts: t.field({
      type: [StateCount],
      resolve: ({ counts }) =>
        (Object.entries(counts) as [BatchItemRow['state'], number][]).map(([state, count]) => ({
          state,
          count,
        })),
    }),
    ratePerSecond: t.exposeFloat('ratePerSecond', {
      nullable: true,
      description: 'How many captures a second ended, over the last minute; null while none did.',
    }),
  }),
});

ReprocessBatchNode.implement({
  description: 'A set of captures that are released or scored again in the background.',
  authScopes: { may: 'batchList' },
  interfaces: [Job],
  fields: (t) => ({
    state: t.expose('state', { type: BatchStateEnum }),
    mode: t.expose('mode', { type: ReprocessModeEnum }),
    versionChoice: t.expose('versionChoice', { type: VersionChoiceEnum }),
    version: t.field({ type: PlanogramVersionNode, nullable: true, resolve: (batch) => batch.versionId }),
    scope: t.field({
      type: 'JSON',
      description: 'The captures of the batch, as a JSON object with the `kind` of scope and its parameters.',
      resolve: (batch) => batch.scope,
    }),
    bay: t.field({
      type: BayNode,
      nullable: true,
      description: 'The bay, when the scope is a group of one bay; null otherwise.',
      resolve: ({ scope }) => (typeof scope.bayId === 'string' ? scope.bayId : null),
    }),
    publishesAtOnce: t.exposeBoolean('publishesAtOnce'),
    reason: t.exposeString('reason'),
    createdBy: t.exposeString('createdBy'),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    startedAt: t.expose('startedAt', { type: 'DateTime', nullable: true }),
    endedAt: t.expose('endedAt', { type: 'DateTime', nullable: true }),
    publishedAt: t.expose('publishedAt', { type: 'DateTime', nullable: true }),
    rolledBackAt: t.expose('rolledBackAt', { type: 'DateTime', nullable: true }),
    total: t.exposeInt('total'),
    ended: t.loadable({
      type: 'Int',
      load: async (ids: string[], { db }) => (await progressOf(db, ids)).map(({ ended }) => ended),
      resolve: ({ id }) => id,
    }),
    remainingSeconds: t.loadable({
      type: 'Float',
      nullable: true,
      load: async (ids: string[], { db }) =>
        (await progressOf(db, ids)).map(({ remainingSeconds }) => remainingSeconds),
      resolve: ({ id, state }) => (state === 'RUNNING' ? id : null),
    }),
    progress: t.loadable({
      type: Progress,
      load: (ids: string[], { db }) => progressOf(db, ids),
      resolve: ({ id }) => id,
    }),
    failures: t.field({ type: [Failure], resolve: ({ id }, _args, { db }) => readFailures(db, id) }),
    impact: t.field({ type: Impact, resolve: ({ id }, _args, { db }) => readImpact(db, id) }),
    acts: t.field({
      type: [BatchActEnum],
      description: 'The acts that are possible in the present state.',
      resolve: (batch) => actsOf(batch),
    }),
    items: t.connection(
      {
        type: Item,
        args: {
          states: t.arg({ type: [BatchItemStateEnum] }),
          failure: t.arg.string({ description: 'Only captures with this cause, a `code` of `failures`.' }),
        },
        resolve: async ({ id }, { states, failure, ...request }, { db }) => {
          const filter = { states: states ?? null, failure: failure ?? null };
          return {
            ...(await readPage(listItems(db, id, filter), request)),
            count: () => countItems(db, id, filter),
          };
        },
      },
      {
        name: 'ReprocessItemConnection',
        fields: (c) => ({ totalCount: c.int({ resolve: ({ count }) => count() }) }),
      },
      { name: 'ReprocessItemEdge' },
    ),
  }),
});

async function progressOf(db: Database, ids: string[]): Promise<BatchProgress[]> {
  const byBatch = await readProgress(db, ids);
  return ids.flatMap((id) => byBatch.get(id) ?? []);
}

builder.queryField('reprocessBatch', (t) =>
  t.field({
    type: ReprocessBatchNode,
    nullable: true,
    authScopes: { may: 'batchList' },
    args: { id: t.arg.id({ required: true }) },
    resolve: (_root, { id }) => uuidOf('ReprocessBatch', id),
  }),
);

builder.queryField('reprocessBatches', (t) =>
  t.connection(
    {
      type: ReprocessBatchNode,
      description: 'The batches, newest first.',
      authScopes: { may: 'batchList' },
      args: {
        open: t.arg.boolean({
          description: 'True: only batches that have not ended. False and null: all batches.',
        }),
      },
      resolve: async (_root, { open, ...request }, { db }) => ({
        ...(await readPage(listBatches(db, open ?? null), request)),
        count: () => countBatches(db, open ?? null),
      }),
    },
    {
      name: 'ReprocessBatchConnection',
      fields: (c) => ({ totalCount: c.int({ resolve: ({ count }) => count() }) }),
    },
    { name: 'ReprocessBatchEdge' },
  ),
);

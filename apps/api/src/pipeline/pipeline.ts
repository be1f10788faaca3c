import type { CaptureState } from '@gondola/db';
import { type QueueDepth, readQueueDepths } from '@gondola/pipeline/queue';
import { builder } from '../builder.ts';
import {
  countOpenDeadLetters,
  countOpenDrift,
  countScoredLastHour,
  countStates,
  readMedianScore,
} from '../queries/pipeline-summary.ts';
import { CaptureStateEnum } from './vocabulary.ts';

const Queue = builder.objectRef<QueueDepth>('Queue').implement({
  fields: (t) => ({
    name: t.exposeString('name'),
    ready: t.exposeInt('ready'),
    active: t.exposeInt('active'),
    deferred: t.exposeInt('deferred', { description: 'Timers and retries that are not due yet.' }),
    oldestSeconds: t.exposeFloat('oldestSeconds', { nullable: true }),
  }),
});

builder.queryField('queues', (t) =>
  t.field({
    type: [Queue],
    authScopes: { may: 'queueList' },
    resolve: (_root, _args, { db }) => readQueueDepths(db),
  }),
);

const StateCount = builder.objectRef<{ state: CaptureState; count: number }>('StateCount').implement({
  fields: (t) => ({
    state: t.expose('state', { type: CaptureStateEnum }),
    count: t.exposeInt('count'),
  }),
});

/** Counted field by field: only what is asked for is read. */
const PipelineSummary = builder.objectRef<object>('PipelineSummary').implement({
  fields: (t) => ({
    states: t.field({ type: [StateCount], resolve: (_, _args, { db }) => countStates(db) }),
    scoredLastHour: t.int({ resolve: (_, _args, { db }) => countScoredLastHour(db) }),
    driftOpen: t.int({ resolve: (_, _args, { db }) => countOpenDrift(db) }),
    deadLettersOpen: t.int({ resolve: (_, _args, { db }) => countOpenDeadLetters(db) }),
    medianScore: t.float({
      nullable: true,
      description: 'Of the captures received during the last day.',
      resolve: (_, _args, { db }) => readMedianScore(db),
    }),
  }),
});

builder.queryField('pipeline', (t) =>
  t.field({
    type: PipelineSummary,
    description: 'Counts of captures by state, for the strip above the lists.',
    authScopes: { may: 'queueList' },
    resolve: () => ({}),
  }),
);

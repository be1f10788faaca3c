import type { CaptureState } from '@gondola/db';
import { type QueueDepth, readQueueDepths } from '@gondola/pipeline/queue';
import { builder } from '../graphql/builder.ts';
import { CaptureStateEnum } from '../graphql/vocabulary.ts';
import {
  countOpenDeadLetters,
  countOpenDrift,
  countScoredLastHour,
  countStates,
  readMedianScore,
} from './pipeline-rows.ts';

const queueNames = {
  PREPROCESS: { value: 'preprocess' },
  RETRY: { value: 'retry' },
  INFER: { value: 'infer' },
  SCORE: { value: 'score' },
  REPROCESS: { value: 'reprocess' },
} as const satisfies Record<Uppercase<QueueDepth['name']>, { value: QueueDepth['name'] }>;
const QueueNameEnum = builder.enumType('QueueName', { values: queueNames });

const Queue = builder.objectRef<QueueDepth>('Queue').implement({
  fields: (t) => ({
    name: t.expose('name', { type: QueueNameEnum }),
    ready: t.exposeInt('ready'),
    active: t.exposeInt('active'),
    deferred: t.exposeInt('deferred', {
      description: 'The number of timers and retries that are not due yet.',
    }),
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
      description:
        'The median current score of captures received within the last 24 hours, 0..1; null without any score.',
      resolve: (_, _args, { db }) => readMedianScore(db),
    }),
  }),
});

builder.queryField('pipeline', (t) =>
  t.field({
    type: PipelineSummary,
    description: 'Counts of captures, drift and dead letters.',
    authScopes: { may: 'queueList' },
    resolve: () => ({}),
  }),
);

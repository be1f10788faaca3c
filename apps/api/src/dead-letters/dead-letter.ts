import { findPassing } from '@gondola/pipeline/dead-letters';
import type { ApiContext } from '../context.ts';
import { builder } from '../graphql/builder.ts';
import { ProblemObject } from '../graphql/errors/problem.ts';
import { CaptureNode, DeadLetterNode, PayloadPatchNode, StoreNode } from '../graphql/nodes/nodes.ts';
import { readPage } from '../graphql/paging/read-page.ts';
import { DeadLetterReasonEnum, DeadLetterStageEnum } from '../graphql/vocabulary.ts';
import {
  countDeadLetterReasons,
  countDeadLetters,
  type DeadLetterReasonCount,
  type DeadLetterRow,
  listDeadLetters,
} from './dead-letter-rows.ts';

DeadLetterNode.implement({
  authScopes: { may: 'captureRead' },
  fields: (t) => ({
    stage: t.expose('stage', { type: DeadLetterStageEnum }),
    reason: t.expose('reason', { type: DeadLetterReasonEnum }),
    params: t.expose('params', { type: 'JSON' }),
    problems: t.field({ type: [ProblemObject], resolve: (row) => row.problems }),
    rawPayload: t.exposeString('rawPayload', {
      description: 'The payload as JSON text, exactly as it came. Analysts may not read it.',
      authScopes: { may: 'rawPayloadRead' },
    }),
    store: t.field({ type: StoreNode, nullable: true, resolve: (row) => row.storeId }),
    capture: t.field({ type: CaptureNode, nullable: true, resolve: (row) => row.captureId }),
    firmware: t.exposeString('firmware', { nullable: true }),
    cameraModel: t.exposeString('cameraModel', { nullable: true }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    resolvedAt: t.expose('resolvedAt', { type: 'DateTime', nullable: true }),
    payloadPatch: t.field({
      type: PayloadPatchNode,
      nullable: true,
      description: 'The patch that was last applied to the raw payload; null when there is none.',
      resolve: (row) => row.payloadPatchId,
    }),
    recheckedAt: t.expose('recheckedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the schema gate last checked the payload again; null before the first time.',
    }),
    remainingProblems: t.expose('remainingProblems', {
      type: [ProblemObject],
      nullable: true,
      description:
        'What the last recheck found; empty when the payload passed. Null before the first recheck.',
    }),
    wouldPassNow: t.loadable({
      type: 'Boolean',
      nullable: true,
      description:
        'True when the schema gate would accept the payload with its patch now. Null when the dead letter has a capture.',
      load: async (rows: DeadLetterRow[], { db }: ApiContext) => {
        const passing = await findPassing(
          db,
          rows.map(({ id }) => id),
        );
        return rows.map(({ id, captureId }) => (captureId === null ? passing.has(id) : null));
      },
      resolve: (row) => row,
    }),
  }),
});

const DeadLetterFilter = builder.inputType('DeadLetterFilter', {
  fields: (t) => ({
    reason: t.field({ type: DeadLetterReasonEnum }),
    stage: t.field({ type: DeadLetterStageEnum }),
    storeCode: t.string(),
    firmware: t.string(),
    cameraModel: t.string(),
    resolved: t.boolean(),
  }),
});

builder.queryField('deadLetters', (t) =>
  t.connection(
    {
      type: DeadLetterNode,
      description: 'The open dead letters, or the resolved ones when the filter asks for them. Newest first.',
      authScopes: { may: 'deadLetterList' },
      args: { filter: t.arg({ type: DeadLetterFilter }) },
      resolve: async (_root, { filter, ...request }, { db }) => ({
        ...(await readPage(listDeadLetters(db, filter ?? {}), request)),
        count: () => countDeadLetters(db, filter ?? {}),
      }),
    },
    {
      name: 'DeadLetterConnection',
      fields: (c) => ({ totalCount: c.int({ resolve: ({ count }) => count() }) }),
    },
    { name: 'DeadLetterEdge' },
  ),
);

const ReasonCount = builder.objectRef<DeadLetterReasonCount>('DeadLetterReasonCount').implement({
  fields: (t) => ({
    reason: t.expose('reason', { type: DeadLetterReasonEnum }),
    stage: t.expose('stage', { type: DeadLetterStageEnum }),
    count: t.exposeInt('count'),
    newest: t.expose('newest', { type: 'DateTime' }),
  }),
});

builder.queryField('deadLetterReasons', (t) =>
  t.field({
    type: [ReasonCount],
    authScopes: { may: 'deadLetterList' },
    args: { resolved: t.arg.boolean() },
    resolve: (_root, { resolved }, { db }) => countDeadLetterReasons(db, { resolved }),
  }),
);

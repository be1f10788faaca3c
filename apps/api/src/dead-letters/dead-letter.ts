import { findPassing } from '@gondola/pipeline/dead-letters';
import { builder } from '../builder.ts';
import type { ApiContext } from '../context.ts';
import {
  countDeadLetterReasons,
  countDeadLetters,
  type DeadLetterReasonCount,
  type DeadLetterRow,
  listDeadLetters,
} from '../queries/find-dead-letters.ts';
import { readPage } from '../queries/read-page.ts';
import { CaptureNode, DeadLetterNode, StoreNode } from './nodes.ts';
import { PayloadPatchObject } from './payload-patch.ts';
import { ProblemObject } from './problem.ts';

DeadLetterNode.implement({
  authScopes: { may: 'captureRead' },
  fields: (t) => ({
    stage: t.exposeString('stage'),
    reason: t.exposeString('reason'),
    message: t.exposeString('message'),
    problems: t.field({ type: [ProblemObject], resolve: (letter) => letter.problems }),
    rawPayload: t.exposeString('rawPayload', {
      description: 'JSON text, as it came. Not for analysts.',
      authScopes: { may: 'rawPayloadRead' },
    }),
    store: t.field({ type: StoreNode, nullable: true, resolve: (letter) => letter.storeId }),
    capture: t.field({ type: CaptureNode, nullable: true, resolve: (letter) => letter.captureId }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    payloadPatch: t.field({
      type: PayloadPatchObject,
      nullable: true,
      description: 'The correction that lies over the raw payload; a drain hands in the two together.',
      resolve: (letter) => letter.payloadPatchId,
    }),
    recheckedAt: t.expose('recheckedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the payload was last put through the schema gate again.',
    }),
    remainingProblems: t.expose('remainingProblems', {
      type: [ProblemObject],
      nullable: true,
      description:
        'What was wrong then; an empty list is a payload that passed. Null before the first recheck.',
    }),
    wouldPassNow: t.loadable({
      type: 'Boolean',
      nullable: true,
      description:
        'Whether the schema gate of this minute takes the payload, with its patch. Null for a letter of an accepted capture.',
      load: async (letters: DeadLetterRow[], { db }: ApiContext) => {
        const passing = await findPassing(
          db,
          letters.map(({ id }) => id),
        );
        return letters.map(({ id, captureId }) => (captureId === null ? passing.has(id) : null));
      },
      resolve: (letter) => letter,
    }),
  }),
});

const DeadLetterFilter = builder.inputType('DeadLetterFilter', {
  fields: (t) => ({ reason: t.string(), stage: t.string(), storeCode: t.string() }),
});

builder.queryField('deadLetters', (t) =>
  t.connection(
    {
      type: DeadLetterNode,
      description: 'Newest first; 50 unless told, 200 at most.',
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
    reason: t.exposeString('reason'),
    stage: t.exposeString('stage'),
    count: t.exposeInt('count'),
    newest: t.expose('newest', { type: 'DateTime' }),
  }),
});

builder.queryField('deadLetterReasons', (t) =>
  t.field({
    type: [ReasonCount],
    authScopes: { may: 'deadLetterList' },
    resolve: (_root, _args, { db }) => countDeadLetterReasons(db),
  }),
);

import type { ProblemRow } from '@gondola/db';
import { acceptCaptures, type IntakeResult } from '@gondola/pipeline/intake';
import { captureLog, parseTraceParent } from '@gondola/pipeline/telemetry';
import { deviceOf } from '../auth/viewer.ts';
import { builder } from '../builder.ts';
import type { ApiContext } from '../context.ts';
import { CaptureNode, DeadLetterNode } from './nodes.ts';
import { ProblemObject, UserError, type UserErrorShape } from './problem.ts';

/** A batch is one transaction; this many take a tenth of a second. */
const largestBatch = 500;

const outcomes = ['ACCEPTED', 'DUPLICATE', 'CONFLICT', 'DEAD_LETTERED'] as const;
const CaptureSubmitOutcome = builder.enumType('CaptureSubmitOutcome', { values: outcomes });

const CaptureSubmitResult = builder.objectRef<IntakeResult>('CaptureSubmitResult').implement({
  fields: (t) => ({
    outcome: t.field({ type: CaptureSubmitOutcome, resolve: ({ outcome }) => outcome }),
    capture: t.field({
      type: CaptureNode,
      nullable: true,
      description: 'The new capture; for DUPLICATE and CONFLICT the first one with its key.',
      resolve: (result) => ('captureId' in result ? result.captureId : null),
    }),
    deadLetter: t.field({
      type: DeadLetterNode,
      nullable: true,
      resolve: (result) => ('deadLetterId' in result ? result.deadLetterId : null),
    }),
    problems: t.field({ type: [ProblemObject], resolve: ({ problems }): ProblemRow[] => problems }),
  }),
});

interface Payload {
  results: IntakeResult[];
  userErrors: UserErrorShape[];
}

const CaptureSubmitPayload = builder.objectRef<Payload>('CaptureSubmitPayload').implement({
  fields: (t) => ({
    results: t.expose('results', {
      type: [CaptureSubmitResult],
      description: 'One per payload, in their order.',
    }),
    userErrors: t.expose('userErrors', { type: [UserError] }),
  }),
});

const CaptureSubmitInput = builder.inputType('CaptureSubmitInput', {
  description: '1 to 500 raw payloads: validated by the schema gate, not by GraphQL.',
  fields: (t) => ({ captures: t.field({ type: ['JSON'], required: true }) }),
});

builder.mutationField('captureSubmit', (t) =>
  t.field({
    type: CaptureSubmitPayload,
    authScopes: { may: 'captureSubmit' },
    args: { input: t.arg({ type: CaptureSubmitInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const { captures } = input;
      if (captures.length < 1 || captures.length > largestBatch)
        return {
          results: [],
          userErrors: [
            {
              code: 'BATCH_SIZE',
              message: `A batch has 1 to ${largestBatch} payloads, this one has ${captures.length}.`,
              field: ['captures'],
            },
          ],
        };
      const results = await acceptCaptures(context, deviceOf(context.viewer), captures, context.traceParent);
      countOutcomes(context, results);
      logOutcomes(context, results);
      return { results, userErrors: [] };
    },
  }),
);

/** After the commit: a counter never counts what was rolled back. */
function countOutcomes({ metrics }: ApiContext, results: readonly IntakeResult[]): void {
  for (const { outcome, problems } of results) {
    metrics.captures.add(1, { outcome });
    if (outcome === 'DEAD_LETTERED')
      metrics.deadLetters.add(1, { stage: 'intake', reason: problems[0]?.code ?? 'UNKNOWN' });
  }
}

/** The first line of each capture's story: the worker's lines carry the same trace id. */
function logOutcomes({ log, traceParent }: ApiContext, results: readonly IntakeResult[]): void {
  for (const result of results) {
    const { outcome } = result;
    if ('captureId' in result)
      captureLog(log, { captureId: result.captureId, traceParent }).info({ outcome }, 'capture submitted');
    else
      log.info(
        {
          outcome,
          traceId: parseTraceParent(traceParent)?.traceId,
          deadLetterId: result.deadLetterId,
          reason: result.problems[0]?.code,
        },
        'payload set aside',
      );
  }
}

import type { ProblemRow } from '@gondola/db';
import { GatherFull, type IntakeResult, type TryLater } from '@gondola/pipeline/intake';
import { parseTraceParent } from '@gondola/pipeline/telemetry';
import { deviceOf } from '../auth/viewer.ts';
import { builder } from '../builder.ts';
import type { ApiContext } from '../context.ts';
import { requestError } from '../graphql/request-error.ts';
import { CaptureNode, DeadLetterNode } from './nodes.ts';
import { ProblemObject, UserError, type UserErrorShape } from './problem.ts';

/** A batch is one transaction; this many take a tenth of a second. */
const largestBatch = 500;

const outcomes = ['ACCEPTED', 'DUPLICATE', 'CONFLICT', 'DEAD_LETTERED', 'TRY_LATER'] as const;
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
    retryAfterSeconds: t.int({
      nullable: true,
      description: 'With TRY_LATER: nothing of the payload was kept, and when it may be sent again.',
      resolve: (result) => ('retryAfterSeconds' in result ? result.retryAfterSeconds : null),
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
      const results = await accept(context, captures);
      noteWaiting(context, results);
      countOutcomes(context, results);
      logOutcomes(context, results);
      return { results, userErrors: [] };
    },
  }),
);

/** What waits beside us is bounded: a process that is asked for more than it can do says so. */
const retryAfterFullSeconds = 5;

async function accept(context: ApiContext, captures: unknown[]): Promise<IntakeResult[]> {
  try {
    return await context.accept(deviceOf(context.viewer), captures, context.traceParent);
  } catch (error) {
    if (!(error instanceof GatherFull)) throw error;
    context.waiting.retryAfterSeconds = retryAfterFullSeconds;
    context.waiting.status = 503;
    throw requestError('TRY_LATER', 'Too many captures wait to be taken in. Nothing of this batch was kept.');
  }
}

/** The HTTP answer says it too, with the longest wait; its status only when all payloads have to wait. */
function noteWaiting({ waiting }: ApiContext, results: readonly IntakeResult[]): void {
  const later = results.filter((result): result is TryLater => result.outcome === 'TRY_LATER');
  if (later.length === 0) return;
  waiting.retryAfterSeconds = Math.max(
    waiting.retryAfterSeconds ?? 0,
    ...later.map(({ retryAfterSeconds }) => retryAfterSeconds),
  );
  if (later.length < results.length) return;
  waiting.status = later.every(({ problems }) => problems[0]?.code === 'RATE_LIMITED') ? 429 : 503;
}

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
  if (!log.isLevelEnabled('info')) return;
  const traceId = parseTraceParent(traceParent)?.traceId;
  for (const result of results) {
    const { outcome } = result;
    const reason = result.problems[0]?.code;
    if ('captureId' in result)
      log.info({ captureId: result.captureId, traceId, outcome }, 'capture submitted');
    else if ('deadLetterId' in result)
      log.info({ outcome, traceId, deadLetterId: result.deadLetterId, reason }, 'payload set aside');
    else log.info({ outcome, traceId, reason }, 'payload not admitted');
  }
}

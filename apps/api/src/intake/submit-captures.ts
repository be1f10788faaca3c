import type { ProblemRow } from '@gondola/db';
import { BatchQueueFull, type IntakeResult, type TryLater } from '@gondola/pipeline/intake';
import { parseTraceParent } from '@gondola/pipeline/telemetry';
import { deviceOf } from '../auth/viewer.ts';
import type { ApiContext } from '../context.ts';
import { builder } from '../graphql/builder.ts';
import { ProblemObject, UserError, type UserErrorShape } from '../graphql/errors/problem.ts';
import { CaptureNode, DeadLetterNode } from '../graphql/nodes/nodes.ts';
import { captureSubmitOutcomes } from './capture-submit-outcomes.ts';

/** A batch is one transaction, and at most as large as a group of intake (see group-commit.ts). */
const maxBatch = 500;

const CaptureSubmitOutcome = builder.enumType('CaptureSubmitOutcome', { values: captureSubmitOutcomes });

const CaptureSubmitResult = builder.objectRef<IntakeResult>('CaptureSubmitResult').implement({
  fields: (t) => ({
    outcome: t.field({ type: CaptureSubmitOutcome, resolve: ({ outcome }) => outcome }),
    capture: t.field({
      type: CaptureNode,
      nullable: true,
      description:
        'The new capture or, for DUPLICATE and CONFLICT, the existing one; null for other outcomes.',
      resolve: (result) => ('captureId' in result ? result.captureId : null),
    }),
    deadLetter: t.field({
      type: DeadLetterNode,
      nullable: true,
      resolve: (result) => ('deadLetterId' in result ? result.deadLetterId : null),
    }),
    retryAfterSeconds: t.int({
      nullable: true,
      description: 'How many seconds to wait before sending the payload again; null unless TRY_LATER.',
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
      description: 'One result for each payload, in the order of the payloads.',
    }),
    userErrors: t.expose('userErrors', { type: [UserError] }),
  }),
});

const CaptureSubmitInput = builder.inputType('CaptureSubmitInput', {
  description: 'The payloads to submit, 1 to 500. The schema gate validates them, not GraphQL.',
  fields: (t) => ({ captures: t.field({ type: ['JSON'], required: true }) }),
});

builder.mutationField('captureSubmit', (t) =>
  t.field({
    type: CaptureSubmitPayload,
    authScopes: { may: 'captureSubmit' },
    args: { input: t.arg({ type: CaptureSubmitInput, required: true }) },
    resolve: async (_root, { input }, context, { path }) => {
      const { captures } = input;
      if (captures.length < 1 || captures.length > maxBatch)
        return {
          results: [],
          userErrors: [
            {
              code: 'BATCH_SIZE',
              message: `A batch has 1 to ${maxBatch} payloads, this one has ${captures.length}.`,
              field: ['captures'],
            },
          ],
        };
      const results = await accept(context, captures);
      noteWaiting(context, String(path.key), results);
      countOutcomes(context, results);
      logOutcomes(context, results);
      return { results, userErrors: [] };
    },
  }),
);

/** Limits the waiting captures: an overloaded process refuses new ones with TRY_LATER. */
const retryAfterFullSeconds = 5;

async function accept(context: ApiContext, captures: unknown[]): Promise<IntakeResult[]> {
  try {
    return await context.acceptCaptures(deviceOf(context.viewer), captures, context.traceParent);
  } catch (error) {
    if (!(error instanceof BatchQueueFull)) throw error;
    const message = 'Too many captures wait for intake. Send this one again.';
    const problems = [{ path: '$', code: 'INTAKE_BUSY' as const, message }];
    return captures.map(() => ({
      outcome: 'TRY_LATER',
      retryAfterSeconds: retryAfterFullSeconds,
      problems,
    }));
  }
}

/** Sets the HTTP headers too, with the longest wait. The status changes only when all payloads have to wait. */
function noteWaiting({ waiting }: ApiContext, field: string, results: readonly IntakeResult[]): void {
  const later = results.filter((result): result is TryLater => result.outcome === 'TRY_LATER');
  if (later.length === 0) return;
  waiting.retryAfterSeconds = Math.max(
    waiting.retryAfterSeconds ?? 0,
    ...later.map(({ retryAfterSeconds }) => retryAfterSeconds),
  );
  if (later.length < results.length) return;
  const isOverQuota = later.every(({ problems }) => problems[0]?.code === 'RATE_LIMITED');
  waiting.fields.set(field, isOverQuota ? 429 : 503);
}

/** Counts after the commit, so that a counter never includes what was rolled back. */
function countOutcomes({ metrics }: ApiContext, results: readonly IntakeResult[]): void {
  for (const { outcome, problems } of results) {
    metrics.captures.add(1, { outcome });
    if (outcome === 'DEAD_LETTERED')
      metrics.deadLetters.add(1, { stage: 'intake', reason: problems[0]?.code ?? 'UNKNOWN' });
  }
}

/** Logs the first line of each capture's history: the worker's lines have the same trace id. */
function logOutcomes({ log, traceParent }: ApiContext, results: readonly IntakeResult[]): void {
  if (!log.isLevelEnabled('info')) return;
  const traceId = parseTraceParent(traceParent)?.traceId;
  for (const result of results) {
    const { outcome } = result;
    const reason = result.problems[0]?.code;
    if ('captureId' in result)
      log.info({ captureId: result.captureId, traceId, outcome }, 'capture submitted');
    else if ('deadLetterId' in result)
      log.info(
        { outcome, traceId, deadLetterId: result.deadLetterId, reason },
        'payload became a dead letter',
      );
    else log.info({ outcome, traceId, reason }, 'payload not admitted');
  }
}

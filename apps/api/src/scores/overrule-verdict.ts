import { overruleVerdict } from '@gondola/pipeline/overrules';
import { personOf } from '../auth/viewer.ts';
import { builder } from '../builder.ts';
import type { ApiContext } from '../context.ts';
import { uuidOf } from './node-id.ts';
import { CaptureNode, ScoreNode } from './nodes.ts';
import { UserError, type UserErrorShape } from './problem.ts';
import { findTextErrors } from './text-limits.ts';
import { VerdictEnum } from './vocabulary.ts';

interface Payload {
  captureId: string | null;
  scoreId: string | null;
  userErrors: UserErrorShape[];
}

const VerdictOverrulePayload = builder.objectRef<Payload>('VerdictOverrulePayload').implement({
  fields: (t) => ({
    capture: t.field({ type: CaptureNode, nullable: true, resolve: ({ captureId }) => captureId }),
    score: t.field({
      type: ScoreNode,
      nullable: true,
      description: 'The new current score.',
      resolve: ({ scoreId }) => scoreId,
    }),
    userErrors: t.expose('userErrors', { type: [UserError] }),
  }),
});

const VerdictOverruleInput = builder.inputType('VerdictOverruleInput', {
  fields: (t) => ({
    captureId: t.id({ required: true }),
    expectedScoreId: t.id({
      required: true,
      description: 'The score that was looked at; SCORE_CHANGED when it is not the current one any more.',
    }),
    positionId: t.string({ description: 'The finding: its position, or' }),
    ordinal: t.int({ description: 'its place in the list of verdicts, which alone names an EXTRA.' }),
    verdict: t.field({
      type: VerdictEnum,
      description: 'Null takes the ruling back: the finding of scoring counts again.',
    }),
    seenProductId: t.id({
      description: 'What stands there; left out: nothing, or no product of the catalogue.',
    }),
    reason: t.string({ required: true }),
  }),
});
type Input = typeof VerdictOverruleInput.$inferInput;

builder.mutationField('verdictOverrule', (t) =>
  t.field({
    type: VerdictOverrulePayload,
    description:
      'A person rules on one finding of a capture under review. The score is made anew from it, and becomes the current one; the earlier score stays.',
    authScopes: { may: 'verdictOverrule' },
    args: { input: t.arg({ type: VerdictOverruleInput, required: true }) },
    resolve: (_root, { input }, context) => overrule(context, input),
  }),
);

async function overrule({ db, queue, viewer }: ApiContext, input: Input): Promise<Payload> {
  const { id: userId, email, role } = personOf(viewer);
  const { positionId, ordinal, verdict, reason } = input;
  const captureId = uuidOf('Capture', input.captureId);
  if (captureId === null) return refused('CAPTURE_UNKNOWN', 'There is no capture of this id.', 'captureId');
  const expectedScoreId = uuidOf('Score', input.expectedScoreId);
  if (expectedScoreId === null)
    return refused('SCORE_UNKNOWN', 'There is no score of this id.', 'expectedScoreId', captureId);
  const seenProductId = input.seenProductId ? uuidOf('Product', input.seenProductId) : null;
  if (input.seenProductId && seenProductId === null)
    return refused('PRODUCT_UNKNOWN', 'There is no product of this id.', 'seenProductId', captureId);
  const place = placeOf(positionId, ordinal);
  if (place === null)
    return refused('FINDING_UNKNOWN', 'Give positionId or ordinal, not both.', 'positionId', captureId);
  const userErrors = findTextErrors({ reason: { value: reason, limit: 'note' } });
  if (userErrors.length > 0) return { captureId, scoreId: null, userErrors };
  const result = await overruleVerdict(
    { db, queue },
    {
      captureId,
      expectedScoreId,
      place,
      verdict: verdict ?? null,
      seenProductId,
      reason: reason.trim(),
      actor: email,
      facts: { userId, role },
    },
  );
  if ('scoreId' in result) return { captureId, scoreId: result.scoreId, userErrors: [] };
  const { problem, message } = result;
  return refused(problem, message, fieldOf[problem], problem === 'CAPTURE_UNKNOWN' ? null : captureId);
}

function placeOf(positionId: string | null | undefined, ordinal: number | null | undefined) {
  if (typeof positionId === 'string') return typeof ordinal === 'number' ? null : { positionId };
  return typeof ordinal === 'number' ? { ordinal } : null;
}

const fieldOf = {
  CAPTURE_UNKNOWN: 'captureId',
  NOT_UNDER_REVIEW: 'captureId',
  SCORE_CHANGED: 'expectedScoreId',
  FINDING_UNKNOWN: 'positionId',
  VERDICT_NOT_POSSIBLE: 'verdict',
  PRODUCT_UNKNOWN: 'seenProductId',
  NOTHING_TO_TAKE_BACK: 'verdict',
} as const;

const refused = (code: string, message: string, field: string, captureId: string | null = null): Payload => ({
  captureId,
  scoreId: null,
  userErrors: [{ code, message, field: [field] }],
});

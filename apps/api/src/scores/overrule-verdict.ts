import { overruleVerdict } from '@gondola/pipeline/overrules';
import { actorOf } from '../auth/viewer.ts';
import type { ApiContext } from '../context.ts';
import { builder } from '../graphql/builder.ts';
import { UserError, type UserErrorShape } from '../graphql/errors/problem.ts';
import { findTextErrors } from '../graphql/errors/text-limits.ts';
import { CaptureNode, ScoreNode } from '../graphql/nodes/nodes.ts';
import { VerdictEnum } from '../graphql/vocabulary.ts';
import { uuidOf } from '../ids/node-id.ts';
import { toOverruleError } from './overrule-error.ts';

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
      description: 'The new current score; null when the request was refused.',
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
      description:
        'The score that the person saw. When another one is current, the request is refused with SCORE_CHANGED.',
    }),
    positionId: t.string({
      description: 'The finding by its planned position. Give either this or `ordinal`.',
    }),
    ordinal: t.int({
      description: 'The finding by its ordinal. EXTRA findings can be named in no other way.',
    }),
    verdict: t.field({
      type: VerdictEnum,
      description:
        'The verdict instead of the finding. Null takes an earlier overrule back: the finding counts again.',
    }),
    seenProductId: t.id({
      description:
        'The product that stands there; left out when there is none, or no product of the catalogue.',
    }),
    reason: t.string({ required: true }),
  }),
});
type Input = typeof VerdictOverruleInput.$inferInput;

builder.mutationField('verdictOverrule', (t) =>
  t.field({
    type: VerdictOverrulePayload,
    description:
      'Replaces one finding of a capture under review by the verdict of a person. A new score becomes the current one; the earlier score stays.',
    authScopes: { may: 'verdictOverrule' },
    args: { input: t.arg({ type: VerdictOverruleInput, required: true }) },
    resolve: (_root, { input }, context) => overrule(context, input),
  }),
);

async function overrule({ db, queue, viewer }: ApiContext, input: Input): Promise<Payload> {
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
  const result = await overruleVerdict({ db, queue }, actorOf(viewer), {
    captureId,
    expectedScoreId,
    place,
    verdict: verdict ?? null,
    seenProductId,
    reason: reason.trim(),
  });
  if ('scoreId' in result) return { captureId, scoreId: result.scoreId, userErrors: [] };
  return {
    captureId: result.problem === 'CAPTURE_UNKNOWN' ? null : captureId,
    scoreId: null,
    userErrors: [toOverruleError(result)],
  };
}

function placeOf(positionId: string | null | undefined, ordinal: number | null | undefined) {
  if (typeof positionId === 'string') return typeof ordinal === 'number' ? null : { positionId };
  return typeof ordinal === 'number' ? { ordinal } : null;
}

const refused = (code: string, message: string, field: string, captureId: string | null = null): Payload => ({
  captureId,
  scoreId: null,
  userErrors: [{ code, message, field: [field] }],
});

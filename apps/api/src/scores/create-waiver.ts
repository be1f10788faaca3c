import { createWaiver, type WaiverProblem } from '@gondola/pipeline/waivers';
import { actorOf } from '../auth/viewer.ts';
import type { ApiContext } from '../context.ts';
import { builder } from '../graphql/builder.ts';
import type { UserErrorShape } from '../graphql/errors/problem.ts';
import { findTextErrors } from '../graphql/errors/text-limits.ts';
import { uuidOf } from '../ids/node-id.ts';
import { refusedWaiver, WaiverPayload, type WaiverPayloadShape } from './waiver-payload.ts';

const WaiverCreateInput = builder.inputType('WaiverCreateInput', {
  fields: (t) => ({
    bayId: t.id({ required: true }),
    planogramVersion: t.string({
      description:
        'The label of the version that has the position; left out for the one that the bay follows.',
    }),
    positionId: t.string({ required: true }),
    expiresAt: t.field({
      type: 'DateTime',
      required: true,
      description: 'When the waiver ends: in the future, within two years.',
    }),
    reason: t.string({ required: true }),
  }),
});
type Input = typeof WaiverCreateInput.$inferInput;

builder.mutationField('waiverCreate', (t) =>
  t.field({
    type: WaiverPayload,
    description: 'Excuses a bay from a position until an instant. Existing scores are not changed.',
    authScopes: { may: 'waiverCreate' },
    args: { input: t.arg({ type: WaiverCreateInput, required: true }) },
    resolve: (_root, { input }, context) => create(context, input),
  }),
);

async function create({ db, viewer }: ApiContext, input: Input): Promise<WaiverPayloadShape> {
  const { positionId, expiresAt, reason } = input;
  const userErrors = findTextErrors({
    reason: { value: reason, limit: 'note' },
    positionId: { value: positionId, limit: 'name' },
  });
  if (userErrors.length > 0) return refusedWaiver(...userErrors);
  const bayId = uuidOf('Bay', input.bayId);
  if (bayId === null) return refusedWaiver(toUserError({ problem: 'BAY_UNKNOWN' }, positionId));
  const result = await createWaiver(db, actorOf(viewer), {
    bayId,
    planogramVersion: input.planogramVersion || null,
    positionId,
    reason: reason.trim(),
    expiresAt,
  });
  return 'waiver' in result ? { ...result, userErrors: [] } : refusedWaiver(toUserError(result, positionId));
}

function toUserError(refusal: WaiverProblem, positionId: string): UserErrorShape {
  const { problem: code } = refusal;
  const about = (message: string, field: string): UserErrorShape => ({ code, message, field: [field] });
  switch (refusal.problem) {
    case 'BAY_UNKNOWN':
      return about('There is no bay of this id.', 'bayId');
    case 'POSITION_UNKNOWN':
      return about(`This version plans no position "${positionId}".`, 'positionId');
    case 'VERSION_UNKNOWN':
      return refusal.planogramVersion === null
        ? about('The bay follows no planogram version.', 'bayId')
        : about(`There is no planogram version "${refusal.planogramVersion}".`, 'planogramVersion');
    case 'EXPIRY_NOT_POSSIBLE':
      return about(`A waiver expires in the future, and within ${refusal.maxYears} years.`, 'expiresAt');
  }
}

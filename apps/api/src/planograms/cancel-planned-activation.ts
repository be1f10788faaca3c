import { cancelPlannedActivation, type PlannedActivationRow } from '@gondola/pipeline/planogram-versions';
import { actorOf } from '../auth/viewer.ts';
import type { ApiContext } from '../context.ts';
import { builder } from '../graphql/builder.ts';
import { UserError, type UserErrorShape } from '../graphql/errors/problem.ts';
import { PlannedActivationNode } from '../graphql/nodes/nodes.ts';
import { uuidOf } from '../ids/node-id.ts';

interface Payload {
  activation: PlannedActivationRow | null;
  userErrors: UserErrorShape[];
}

const PlannedActivationCancelPayload = builder
  .objectRef<Payload>('PlannedActivationCancelPayload')
  .implement({
    fields: (t) => ({
      activation: t.expose('activation', { type: PlannedActivationNode, nullable: true }),
      userErrors: t.expose('userErrors', { type: [UserError] }),
    }),
  });

const PlannedActivationCancelInput = builder.inputType('PlannedActivationCancelInput', {
  fields: (t) => ({ id: t.id({ required: true }) }),
});

builder.mutationField('plannedActivationCancel', (t) =>
  t.field({
    type: PlannedActivationCancelPayload,
    description: 'Cancels a planned activation. Bays that were activated already keep their version.',
    authScopes: { may: 'planogramVersionActivate' },
    args: { input: t.arg({ type: PlannedActivationCancelInput, required: true }) },
    resolve: (_root, { input }, context) => cancel(context, input.id),
  }),
);

async function cancel({ db, viewer }: ApiContext, given: string): Promise<Payload> {
  const id = uuidOf('PlannedActivation', given);
  if (id === null) return { activation: null, userErrors: [problems.ACTIVATION_UNKNOWN] };
  const { activation, problem } = await cancelPlannedActivation(db, actorOf(viewer), id);
  return { activation, userErrors: problem === null ? [] : [problems[problem]] };
}

const problems: Record<'ACTIVATION_ENDED' | 'ACTIVATION_UNKNOWN', UserErrorShape> = {
  ACTIVATION_ENDED: {
    code: 'ACTIVATION_ENDED',
    message: 'It was carried out or taken back already.',
    field: ['id'],
  },
  ACTIVATION_UNKNOWN: {
    code: 'ACTIVATION_UNKNOWN',
    message: 'There is no planned activation of this id.',
    field: ['id'],
  },
};

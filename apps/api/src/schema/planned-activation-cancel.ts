import { cancelActivation, type PlannedActivationRow } from '@gondola/pipeline/planogram-versions';
import { type Person, personOf } from '../auth/viewer.ts';
import { builder } from '../builder.ts';
import type { ApiContext } from '../context.ts';
import { plannedActivationsOf } from '../queries/find-planned-activations.ts';
import { writeAudit } from '../queries/write-audit.ts';
import { uuidOf } from './node-id.ts';
import { PlannedActivation } from './planned-activation.ts';
import { UserError, type UserErrorShape } from './problem.ts';

interface Payload {
  activation: PlannedActivationRow | null;
  userErrors: UserErrorShape[];
}

const PlannedActivationCancelPayload = builder
  .objectRef<Payload>('PlannedActivationCancelPayload')
  .implement({
    fields: (t) => ({
      activation: t.expose('activation', { type: PlannedActivation, nullable: true }),
      userErrors: t.expose('userErrors', { type: [UserError] }),
    }),
  });

const PlannedActivationCancelInput = builder.inputType('PlannedActivationCancelInput', {
  fields: (t) => ({ id: t.id({ required: true }) }),
});

builder.mutationField('plannedActivationCancel', (t) =>
  t.field({
    type: PlannedActivationCancelPayload,
    description: 'Takes a planned activation back. Bays that it has reached already keep their version.',
    authScopes: { may: 'planogramVersionActivate' },
    args: { input: t.arg({ type: PlannedActivationCancelInput, required: true }) },
    resolve: (_root, { input }, context) => cancel(context, personOf(context.viewer), input.id),
  }),
);

async function cancel({ db }: ApiContext, person: Person, given: string): Promise<Payload> {
  const id = uuidOf('PlannedActivation', given);
  const cancelled =
    id === null
      ? null
      : await db.transaction(async (tx) => {
          const row = await cancelActivation(tx, { id, actor: person.email });
          if (row)
            await writeAudit(tx, person, 'plannedActivationCancel', `planned-activation:${id}`, {
              versionId: row.versionId,
              dueAt: row.dueAt,
            });
          return row;
        });
  if (cancelled) return { activation: cancelled, userErrors: [] };
  const [activation = null] = id === null ? [] : await plannedActivationsOf(db, [id]);
  const [code, message] = activation
    ? (['ACTIVATION_ENDED', 'It was carried out or taken back already.'] as const)
    : (['ACTIVATION_UNKNOWN', 'There is no planned activation of this id.'] as const);
  return { activation, userErrors: [{ code, message, field: ['id'] }] };
}

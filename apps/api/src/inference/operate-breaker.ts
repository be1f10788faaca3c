import { isolateBreaker, restoreBreaker } from '@gondola/pipeline/breakers';
import { personOf } from '../auth/viewer.ts';
import { builder } from '../builder.ts';
import type { ApiContext } from '../context.ts';
import { type BreakerRow, readBreaker } from '../queries/find-breakers.ts';
import { Breaker } from './inference-breaker.ts';
import { UserError, type UserErrorShape } from './problem.ts';
import { findTextErrors } from './text-limits.ts';

interface Payload {
  breaker: BreakerRow | null;
  userErrors: UserErrorShape[];
}

const BreakerPayload = builder.objectRef<Payload>('BreakerPayload').implement({
  fields: (t) => ({
    breaker: t.expose('breaker', { type: Breaker, nullable: true }),
    userErrors: t.expose('userErrors', { type: [UserError] }),
  }),
});

const BreakerActInput = builder.inputType('BreakerActInput', {
  fields: (t) => ({
    name: t.string({ required: true }),
    reason: t.string({ required: true, description: 'Why; shown to whoever looks at the breaker.' }),
  }),
});

builder.mutationField('breakerIsolate', (t) =>
  t.field({
    type: BreakerPayload,
    description: 'No worker calls the provider any more, nor probes it, until it is restored.',
    authScopes: { may: 'breakerIsolate' },
    args: { input: t.arg({ type: BreakerActInput, required: true }) },
    resolve: (_root, { input }, context) =>
      operate(context, input, isolateBreaker, {
        code: 'BREAKER_ISOLATED_ALREADY',
        message: 'It is isolated already.',
      }),
  }),
);

builder.mutationField('breakerRestore', (t) =>
  t.field({
    type: BreakerPayload,
    description: 'The provider is probed with the next capture, and is called again when the probes succeed.',
    authScopes: { may: 'breakerRestore' },
    args: { input: t.arg({ type: BreakerActInput, required: true }) },
    resolve: (_root, { input }, context) =>
      operate(context, input, restoreBreaker, {
        code: 'BREAKER_NOT_ISOLATED',
        message: 'It is not isolated: it closes by itself when the provider is well.',
      }),
  }),
);

async function operate(
  { db, viewer }: ApiContext,
  { name, reason }: { name: string; reason: string },
  act: typeof isolateBreaker,
  wrongState: UserErrorShape,
): Promise<Payload> {
  const { id, email, role } = personOf(viewer);
  const userErrors = findTextErrors({ reason: { value: reason, limit: 'note' } });
  if (userErrors.length > 0) return { breaker: null, userErrors };
  const result = await act(db, { name, reason, actor: email, facts: { userId: id, role } });
  const breaker = await readBreaker(db, name);
  switch (result) {
    case 'DONE':
      return { breaker, userErrors: [] };
    case 'WRONG_STATE':
      return { breaker, userErrors: [{ ...wrongState, field: ['name'] }] };
    case 'BREAKER_UNKNOWN':
      return { breaker: null, userErrors: [breakerUnknown] };
  }
}

export const breakerUnknown: UserErrorShape = {
  code: 'BREAKER_UNKNOWN',
  message: 'There is no breaker of this name.',
  field: ['name'],
};

import { isolateBreaker, restoreBreaker } from '@gondola/pipeline/breakers';
import { actorOf } from '../auth/viewer.ts';
import type { ApiContext } from '../context.ts';
import { builder } from '../graphql/builder.ts';
import { UserError, type UserErrorShape } from '../graphql/errors/problem.ts';
import { findTextErrors } from '../graphql/errors/text-limits.ts';
import { Breaker } from './breaker.ts';
import { type BreakerRow, readBreaker } from './breaker-rows.ts';
import { breakerUnknown } from './breaker-unknown.ts';

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
    reason: t.string({
      required: true,
      description: 'Why, at most 2000 characters. The reason is shown with the breaker.',
    }),
  }),
});

builder.mutationField('breakerIsolate', (t) =>
  t.field({
    type: BreakerPayload,
    description: 'Stops all calls and probes of the provider, until the breaker is restored.',
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
    description:
      'Ends an isolation. The next capture probes the provider, and calls are allowed when the probes succeed.',
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
  const userErrors = findTextErrors({ reason: { value: reason, limit: 'note' } });
  if (userErrors.length > 0) return { breaker: null, userErrors };
  const result = await act(db, actorOf(viewer), { name, reason });
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

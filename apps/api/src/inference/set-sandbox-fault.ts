import { actOnRecord } from '@gondola/pipeline/audit';
import { actorOf } from '../auth/viewer.ts';
import type { ApiContext } from '../context.ts';
import { builder } from '../graphql/builder.ts';
import { UserError, type UserErrorShape } from '../graphql/errors/problem.ts';
import { SandboxAway } from '../sandbox/sandbox-client.ts';
import { Sandbox, SandboxFaultEnum, SandboxProviderNameEnum, type SandboxShape } from './sandbox.ts';

interface Payload {
  sandbox: SandboxShape | null;
  userErrors: UserErrorShape[];
}

const SandboxFaultSetPayload = builder.objectRef<Payload>('SandboxFaultSetPayload').implement({
  fields: (t) => ({
    sandbox: t.expose('sandbox', { type: Sandbox, nullable: true }),
    userErrors: t.expose('userErrors', { type: [UserError] }),
  }),
});

const SandboxFaultSetInput = builder.inputType('SandboxFaultSetInput', {
  fields: (t) => ({
    provider: t.field({ type: SandboxProviderNameEnum, required: true }),
    fault: t.field({
      type: SandboxFaultEnum,
      description: 'The fault to imitate; null or left out to end it.',
    }),
  }),
});
type FaultSetInput = typeof SandboxFaultSetInput.$inferInput;

builder.mutationField('sandboxFaultSet', (t) =>
  t.field({
    type: SandboxFaultSetPayload,
    description: 'Makes a provider of the sandbox cloud fail from the next call on, or ends its fault.',
    authScopes: { may: 'sandboxFaultSet' },
    args: { input: t.arg({ type: SandboxFaultSetInput, required: true }) },
    resolve: (_root, { input }, context) => setFault(context, input),
  }),
);

async function setFault({ db, viewer, sandbox }: ApiContext, input: FaultSetInput): Promise<Payload> {
  if (sandbox === null) return { sandbox: null, userErrors: [notConfigured] };
  const { provider, fault = null } = input;
  try {
    const entry = { action: 'sandboxFaultSet', object: `sandbox:${provider}`, facts: { fault } };
    const providers = await actOnRecord(db, actorOf(viewer), entry, () => sandbox.setFault(provider, fault));
    return { sandbox: { url: sandbox.url, problem: null, providers }, userErrors: [] };
  } catch (error) {
    if (!(error instanceof SandboxAway)) throw error;
    return { sandbox: null, userErrors: [{ code: 'SANDBOX_AWAY', message: error.message }] };
  }
}

const notConfigured: UserErrorShape = {
  code: 'SANDBOX_NOT_CONFIGURED',
  message: 'This instance has no sandbox cloud.',
};

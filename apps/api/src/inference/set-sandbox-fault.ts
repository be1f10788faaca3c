import { personOf } from '../auth/viewer.ts';
import { builder } from '../builder.ts';
import type { ApiContext } from '../context.ts';
import { writeAudit } from '../queries/write-audit.ts';
import { SandboxAway } from '../sandbox/sandbox-client.ts';
import { UserError, type UserErrorShape } from './problem.ts';
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
    fault: t.field({ type: SandboxFaultEnum, description: 'Null or left out: the provider is well again.' }),
  }),
});
type FaultSetInput = typeof SandboxFaultSetInput.$inferInput;

builder.mutationField('sandboxFaultSet', (t) =>
  t.field({
    type: SandboxFaultSetPayload,
    description: 'Makes a provider of the sandbox cloud fail from its next call on, or ends that.',
    authScopes: { may: 'sandboxFaultSet' },
    args: { input: t.arg({ type: SandboxFaultSetInput, required: true }) },
    resolve: (_root, { input }, context) => setFault(context, input),
  }),
);

async function setFault({ db, viewer, sandbox }: ApiContext, input: FaultSetInput): Promise<Payload> {
  const person = personOf(viewer);
  if (sandbox === null) return { sandbox: null, userErrors: [notConfigured] };
  const { provider, fault = null } = input;
  try {
    // What the sandbox does not take is not on record: its refusal undoes the line.
    const providers = await db.transaction(async (tx) => {
      await writeAudit(tx, person, 'sandboxFaultSet', `sandbox:${provider}`, { fault });
      return sandbox.setFault(provider, fault);
    });
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

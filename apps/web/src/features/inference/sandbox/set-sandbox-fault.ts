import { useMutation, useQueryClient } from '@tanstack/react-query';
import { graphql } from '../../../generated/gql.ts';
import type { SandboxFaultSetInput } from '../../../generated/graphql.ts';
import { ApiFault } from '../../../lib/api-fault.ts';
import { execute } from '../../../lib/execute.ts';
import { sandboxQuery } from './read-sandbox.ts';

const document = graphql(`
  mutation SetSandboxFault($input: SandboxFaultSetInput!) {
    sandboxFaultSet(input: $input) {
      sandbox { url problem providers { provider calls fault setFault isOn } }
      userErrors { message }
    }
  }
`);

/**
 * Makes a provider of the sandbox fail, or ends the fault. A refusal by the sandbox becomes a fault with its message.
 */
async function setSandboxFault(input: SandboxFaultSetInput) {
  const { sandbox, userErrors } = (await execute(document, { input })).sandboxFaultSet;
  if (!sandbox) throw new ApiFault('FAILED', userErrors[0]?.message ?? 'The sandbox gave no answer.');
  return sandbox;
}

export function useSetSandboxFault() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: setSandboxFault,
    onSuccess: async (sandbox) => {
      // An answer in flight may be older than the switch, and would undo it on the screen.
      await client.cancelQueries({ queryKey: sandboxQuery.queryKey });
      client.setQueryData(sandboxQuery.queryKey, sandbox);
    },
    onError: () => client.invalidateQueries({ queryKey: sandboxQuery.queryKey }),
  });
}

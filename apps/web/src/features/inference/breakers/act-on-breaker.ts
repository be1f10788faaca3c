import { useMutation, useQueryClient } from '@tanstack/react-query';
import { graphql } from '../../../generated/gql.ts';
import type { BreakerActInput } from '../../../generated/graphql.ts';
import { ApiFault } from '../../../lib/api-fault.ts';
import { execute } from '../../../lib/execute.ts';

const isolation = graphql(`
  mutation IsolateBreaker($input: BreakerActInput!) {
    breakerIsolate(input: $input) { breaker { name } userErrors { message } }
  }
`);

const restoring = graphql(`
  mutation RestoreBreaker($input: BreakerActInput!) {
    breakerRestore(input: $input) { breaker { name } userErrors { message } }
  }
`);

export type BreakerAction = 'isolate' | 'restore';

/** Isolates a provider, or restores it. A refusal by the API becomes a fault with its message. */
async function actOnBreaker({ act, input }: { act: BreakerAction; input: BreakerActInput }): Promise<void> {
  const answer =
    act === 'isolate'
      ? (await execute(isolation, { input })).breakerIsolate
      : (await execute(restoring, { input })).breakerRestore;
  const refusal = answer.userErrors[0];
  if (refusal) throw new ApiFault('FAILED', refusal.message);
}

export function useActOnBreaker() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: actOnBreaker,
    onSettled: () => client.invalidateQueries({ queryKey: ['inference'] }),
  });
}

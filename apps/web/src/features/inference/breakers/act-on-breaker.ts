import { useMutation, useQueryClient } from '@tanstack/react-query';
import { graphql } from '../../generated/gql.ts';
import type { BreakerActInput } from '../../generated/graphql.ts';
import { ApiFault } from '../../lib/api-fault.ts';
import { execute } from '../../lib/execute.ts';

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

export type BreakerAct = 'isolate' | 'restore';

/** Takes a provider out, or lets it be probed again. What the API refuses is a fault with its message. */
async function actOnBreaker({ act, input }: { act: BreakerAct; input: BreakerActInput }): Promise<void> {
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

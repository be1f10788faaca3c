import { useMutation, useQueryClient } from '@tanstack/react-query';
import { graphql } from '../../../generated/gql.ts';
import type { SilentDriftDismissInput } from '../../../generated/graphql.ts';
import { ApiFault } from '../../../lib/api-fault.ts';
import { execute } from '../../../lib/execute.ts';

const document = graphql(`
  mutation DismissSilentDrift($input: SilentDriftDismissInput!) {
    silentDriftDismiss(input: $input) { dismissed userErrors { message } }
  }
`);

/** Dismisses silent drift and returns the number of captures. A refusal by the API becomes a fault with its message. */
async function dismissSilentDrift(input: SilentDriftDismissInput): Promise<number> {
  const { dismissed, userErrors } = (await execute(document, { input })).silentDriftDismiss;
  const refusal = userErrors[0];
  if (refusal) throw new ApiFault('FAILED', refusal.message);
  return dismissed;
}

export function useDismissSilentDrift() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: dismissSilentDrift,
    onSettled: () => client.invalidateQueries({ queryKey: ['silent-drift-groups'] }),
  });
}

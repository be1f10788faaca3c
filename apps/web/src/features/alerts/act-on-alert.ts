import { useMutation, useQueryClient } from '@tanstack/react-query';
import { graphql } from '../../generated/gql.ts';
import { ApiFault } from '../../lib/api-fault.ts';
import { execute } from '../../lib/execute.ts';

const acknowledgement = graphql(`
  mutation AcknowledgeAlert($input: AlertActInput!) {
    alertAcknowledge(input: $input) { alert { id } userErrors { code message } }
  }
`);

const closing = graphql(`
  mutation CloseAlert($input: AlertActInput!) {
    alertClose(input: $input) { alert { id } userErrors { code message } }
  }
`);

export type AlertAction = 'acknowledge' | 'close';

/** Acknowledges or closes an alert. A refusal by the API becomes a fault with its message. */
export async function actOnAlert({ id, act }: { id: string; act: AlertAction }): Promise<void> {
  const answer =
    act === 'acknowledge'
      ? (await execute(acknowledgement, { input: { id } })).alertAcknowledge
      : (await execute(closing, { input: { id } })).alertClose;
  const refusal = answer.userErrors[0];
  if (refusal) throw new ApiFault('FAILED', refusal.message);
}

export function useActOnAlert() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: actOnAlert,
    onSettled: () => client.invalidateQueries({ queryKey: ['alerts'] }),
  });
}

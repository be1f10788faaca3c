import { useMutation, useQueryClient } from '@tanstack/react-query';
import { graphql } from '../../generated/gql.ts';
import { ApiFault } from '../../lib/api-fault.ts';
import { execute } from '../../lib/execute.ts';

const document = graphql(`
  mutation WithdrawRecapture($input: RecaptureWithdrawInput!) {
    recaptureWithdraw(input: $input) { recaptureRequest { id ending } userErrors { code message } }
  }
`);

/** Withdraws a request. A refusal by the API becomes a fault with its message. */
export async function withdrawRecapture(id: string): Promise<void> {
  const { recaptureWithdraw } = await execute(document, { input: { id } });
  const refusal = recaptureWithdraw.userErrors[0];
  if (refusal) throw new ApiFault('FAILED', refusal.message);
}

export function useWithdrawRecapture() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: withdrawRecapture,
    onSettled: () =>
      Promise.all(
        [['recapture-requests'], ['capture']].map((queryKey) => client.invalidateQueries({ queryKey })),
      ),
  });
}

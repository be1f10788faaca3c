import { useMutation, useQueryClient } from '@tanstack/react-query';
import { graphql } from '../../../generated/gql.ts';
import { ApiFault } from '../../../lib/api-fault.ts';
import { execute } from '../../../lib/execute.ts';

const document = graphql(`
  mutation DismissRescoreOffer($input: RescoreOfferDismissInput!) {
    rescoreOfferDismiss(input: $input) { offer { id } userErrors { message } }
  }
`);

async function dismissRescoreOffer(id: string): Promise<void> {
  const refusal = (await execute(document, { input: { id } })).rescoreOfferDismiss.userErrors[0];
  if (refusal) throw new ApiFault('FAILED', refusal.message);
}

export function useDismissRescoreOffer() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: dismissRescoreOffer,
    onSettled: () => client.invalidateQueries({ queryKey: ['inference', 'offers'] }),
  });
}

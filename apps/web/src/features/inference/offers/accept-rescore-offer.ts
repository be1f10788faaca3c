import { useMutation, useQueryClient } from '@tanstack/react-query';
import { graphql } from '../../../generated/gql.ts';
import { ApiFault } from '../../../lib/api-fault.ts';
import { execute } from '../../../lib/execute.ts';

const document = graphql(`
  mutation AcceptRescoreOffer($input: RescoreOfferAcceptInput!) {
    rescoreOfferAccept(input: $input) { offer { id batch { id } } userErrors { message } }
  }
`);

/** Accepts an offer and returns the id of the batch that detects the photos again. */
async function acceptRescoreOffer(id: string): Promise<string | null> {
  const { offer, userErrors } = (await execute(document, { input: { id } })).rescoreOfferAccept;
  const [refusal] = userErrors;
  if (refusal) throw new ApiFault('FAILED', refusal.message);
  return offer?.batch?.id ?? null;
}

export function useAcceptRescoreOffer() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: acceptRescoreOffer,
    onSettled: () => client.invalidateQueries({ queryKey: ['inference', 'offers'] }),
  });
}

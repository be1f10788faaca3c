import { useMutation, useQueryClient } from '@tanstack/react-query';
import { graphql } from '../../../generated/gql.ts';
import type { StoreGroupSetInput } from '../../../generated/graphql.ts';
import { ApiFault } from '../../../lib/api-fault.ts';
import { execute } from '../../../lib/execute.ts';

const document = graphql(`
  mutation SetStoreGroup($input: StoreGroupSetInput!) {
    storeGroupSet(input: $input) { group { code } userErrors { message } }
  }
`);

/** Creates a group, or changes its name and stores. A refusal by the API becomes a fault with its messages. */
export function useSetStoreGroup() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (input: StoreGroupSetInput) => {
      const { storeGroupSet } = await execute(document, { input });
      const refusals = storeGroupSet.userErrors.map(({ message }) => message);
      if (refusals.length > 0) throw new ApiFault('FAILED', refusals.join(' '));
    },
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: ['store-groups'] });
      await client.invalidateQueries({ queryKey: ['planograms'] });
    },
  });
}

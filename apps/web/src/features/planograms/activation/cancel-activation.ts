import { useMutation, useQueryClient } from '@tanstack/react-query';
import { graphql } from '../../../generated/gql.ts';
import { ApiFault } from '../../../lib/api-fault.ts';
import { execute } from '../../../lib/execute.ts';

const document = graphql(`
  mutation CancelPlannedActivation($id: ID!) {
    plannedActivationCancel(input: { id: $id }) { activation { id } userErrors { message } }
  }
`);

/** Cancels a planned activation. */
export function useCancelActivation() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (id: string) => {
      const { plannedActivationCancel } = await execute(document, { id });
      const refusals = plannedActivationCancel.userErrors.map(({ message }) => message);
      if (refusals.length > 0) throw new ApiFault('FAILED', refusals.join(' '));
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['planograms'] }),
  });
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { graphql } from '../../../generated/gql.ts';
import type { PlanogramVersionActivateInput } from '../../../generated/graphql.ts';
import { ApiFault } from '../../../lib/api-fault.ts';
import { execute } from '../../../lib/execute.ts';

const document = graphql(`
  mutation ActivateVersion($input: PlanogramVersionActivateInput!) {
    planogramVersionActivate(input: $input) {
      bay { id }
      activation { id state dueAt outcome { bays activated unchanged overtaken } capturesReleased }
      userErrors { code message field }
    }
  }
`);

/** Activates a version, now or later. A refusal by the API becomes a fault with its messages. */
export function useActivateVersion() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (input: PlanogramVersionActivateInput) => {
      const { planogramVersionActivate } = await execute(document, { input });
      const refusals = planogramVersionActivate.userErrors.map(({ message }) => message);
      if (refusals.length > 0) throw new ApiFault('FAILED', refusals.join(' '));
      return planogramVersionActivate;
    },
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ['drift-groups'] });
      return client.invalidateQueries({ queryKey: ['planograms'] });
    },
  });
}

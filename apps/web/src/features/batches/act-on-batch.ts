import { useMutation, useQueryClient } from '@tanstack/react-query';
import { graphql } from '../../generated/gql.ts';
import type { ReprocessAct } from '../../generated/graphql.ts';
import { ApiFault } from '../../lib/api-fault.ts';
import { execute } from '../../lib/execute.ts';

const document = graphql(`
  mutation ActOnBatch($input: ReprocessActInput!) {
    reprocessAct(input: $input) { batch { id state } userErrors { message } }
  }
`);

async function actOnBatch(input: { id: string; act: ReprocessAct }): Promise<void> {
  const refusal = (await execute(document, { input })).reprocessAct.userErrors[0];
  if (refusal) throw new ApiFault('FAILED', refusal.message);
}

export function useActOnBatch(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (act: ReprocessAct) => actOnBatch({ id, act }),
    onSettled: () =>
      Promise.all(
        [['batch', id], ['batch-items', id], ['batches']].map((queryKey) =>
          client.invalidateQueries({ queryKey }),
        ),
      ),
  });
}

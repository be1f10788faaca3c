import { useMutation, useQueryClient } from '@tanstack/react-query';
import { graphql } from '../../generated/gql.ts';
import type { ReprocessStartInput } from '../../generated/graphql.ts';
import { ApiFault } from '../../lib/api-fault.ts';
import { execute } from '../../lib/execute.ts';

const document = graphql(`
  mutation StartBatch($input: ReprocessStartInput!) {
    reprocessStart(input: $input) { batch { id } userErrors { message } }
  }
`);

/** Starts a batch and answers its id. What the API refuses is a fault with its message. */
async function startBatch(input: ReprocessStartInput): Promise<string> {
  const { batch, userErrors } = (await execute(document, { input })).reprocessStart;
  if (!batch) throw new ApiFault('FAILED', userErrors[0]?.message ?? 'The batch was not started.');
  return batch.id;
}

export function useStartBatch() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: startBatch,
    onSettled: () =>
      Promise.all(
        [['batches'], ['drift-batches'], ['drift-groups'], ['silent-drift-groups'], ['pipeline']].map(
          (queryKey) => client.invalidateQueries({ queryKey }),
        ),
      ),
  });
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { graphql } from '../../generated/gql.ts';
import type { ReprocessStartInput } from '../../generated/graphql.ts';
import { ApiFault } from '../api-fault.ts';
import { execute } from '../execute.ts';

const document = graphql(`
  mutation StartBatch($input: ReprocessStartInput!) {
    reprocessStart(input: $input) { batch { id } userErrors { message } }
  }
`);

/** Starts a batch and returns its id. A refusal by the API becomes a fault with its message. */
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

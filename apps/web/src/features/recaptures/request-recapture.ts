import { useMutation, useQueryClient } from '@tanstack/react-query';
import { graphql } from '../../generated/gql.ts';
import { ApiFault } from '../../lib/api-fault.ts';
import { execute } from '../../lib/execute.ts';

const document = graphql(`
  mutation RequestRecapture($input: RecaptureRequestInput!) {
    recaptureRequest(input: $input) { recaptureRequest { id } userErrors { code message } }
  }
`);

/** Asks the store for a new photo. A refusal by the API becomes a fault with its message. */
export async function requestRecapture({
  captureId,
  note,
}: {
  captureId: string;
  note: string;
}): Promise<void> {
  const input = { captureId, ...(note.trim() !== '' && { note: note.trim() }) };
  const { recaptureRequest } = await execute(document, { input });
  const refusal = recaptureRequest.userErrors[0];
  if (refusal) throw new ApiFault('FAILED', refusal.message);
}

export function useRequestRecapture() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: requestRecapture,
    onSettled: () =>
      Promise.all(
        [['recapture-requests'], ['capture']].map((queryKey) => client.invalidateQueries({ queryKey })),
      ),
  });
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { graphql } from '../../generated/gql.ts';
import { ApiFault } from '../../lib/api-fault.ts';
import { execute } from '../../lib/execute.ts';

const keeping = graphql(`
  mutation KeepCapture($input: CaptureKeepInput!) {
    captureKeep(input: $input) { capture { id } userErrors { code message } }
  }
`);
const releasing = graphql(`
  mutation ReleaseKeptCapture($input: CaptureKeepReleaseInput!) {
    captureKeepRelease(input: $input) { capture { id } userErrors { code message } }
  }
`);

/** Holds a capture's photo for a reason or, without one, releases it to the retention policy. */
async function holdPhoto({ id, reason }: { id: string; reason: string | null }): Promise<void> {
  const { userErrors } =
    reason === null
      ? (await execute(releasing, { input: { id } })).captureKeepRelease
      : (await execute(keeping, { input: { id, reason } })).captureKeep;
  const refusal = userErrors[0];
  if (refusal) throw new ApiFault('FAILED', refusal.message);
}

export function useHoldPhoto() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: holdPhoto,
    onSettled: () => client.invalidateQueries({ queryKey: ['capture'] }),
  });
}

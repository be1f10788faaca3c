import { useMutation, useQueryClient } from '@tanstack/react-query';
import { graphql } from '../../generated/gql.ts';
import type { DriftReleaseInput } from '../../generated/graphql.ts';
import { ApiFault } from '../../lib/api-fault.ts';
import { execute } from '../../lib/execute.ts';

const document = graphql(`
  mutation ReleaseDrift($input: DriftReleaseInput!) {
    driftRelease(input: $input) { released skipped userErrors { code message } }
  }
`);

/** How many captures went on, and how many stay because the mode finds no version for them. */
export interface Release {
  released: number;
  skipped: number;
}

/** Releases one group. What the API refuses is a fault with its message. */
export async function releaseDrift(input: DriftReleaseInput): Promise<Release> {
  const { driftRelease } = await execute(document, { input });
  const refusal = driftRelease.userErrors[0];
  if (refusal) throw new ApiFault('FAILED', refusal.message);
  return driftRelease;
}

export function useReleaseDrift() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: releaseDrift,
    onSettled: () =>
      Promise.all(
        [['drift-groups'], ['drift-items'], ['pipeline'], ['captures']].map((queryKey) =>
          client.invalidateQueries({ queryKey }),
        ),
      ),
  });
}

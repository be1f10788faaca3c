import { useMutation, useQueryClient } from '@tanstack/react-query';
import { graphql } from '../../generated/gql.ts';
import type { WaiverCreateInput } from '../../generated/graphql.ts';
import { ApiFault } from '../../lib/api-fault.ts';
import { execute } from '../../lib/execute.ts';

const creating = graphql(`
  mutation CreateWaiver($input: WaiverCreateInput!) {
    waiverCreate(input: $input) { waiver { id } capturesAffected userErrors { code message } }
  }
`);
const revoking = graphql(`
  mutation RevokeWaiver($input: WaiverRevokeInput!) {
    waiverRevoke(input: $input) { waiver { id } capturesAffected userErrors { code message } }
  }
`);

type Change = { create: WaiverCreateInput } | { revokeId: string };

/**
 * Creates or revokes a waiver and returns how many captures a batch would now score differently. A refusal by the API
 * becomes a fault with its message.
 */
async function changeWaivers(change: Change): Promise<number> {
  const payload =
    'create' in change
      ? (await execute(creating, { input: change.create })).waiverCreate
      : (await execute(revoking, { input: { id: change.revokeId } })).waiverRevoke;
  const refusal = payload.userErrors[0];
  if (refusal) throw new ApiFault('FAILED', refusal.message);
  return payload.capturesAffected;
}

export function useChangeWaivers() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: changeWaivers,
    onSettled: () => client.invalidateQueries({ queryKey: ['waivers'] }),
  });
}

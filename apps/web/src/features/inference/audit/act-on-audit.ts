import { useMutation, useQueryClient } from '@tanstack/react-query';
import { graphql } from '../../../generated/gql.ts';
import type { BreakerAuditDecideInput } from '../../../generated/graphql.ts';
import { ApiFault } from '../../../lib/api-fault.ts';
import { execute } from '../../../lib/execute.ts';

const running = graphql(`
  mutation RunBreakerAudit($name: String!) {
    breakerAuditRun(input: { name: $name }) { audit { open noProposal } userErrors { message } }
  }
`);

const deciding = graphql(`
  mutation DecideBreakerAudit($input: BreakerAuditDecideInput!) {
    breakerAuditDecide(input: $input) { audit { id } userErrors { message } }
  }
`);

async function runAudit(name: string) {
  const { audit, userErrors } = (await execute(running, { name })).breakerAuditRun;
  if (!audit) throw new ApiFault('FAILED', userErrors[0]?.message ?? 'The review gave no result.');
  return audit;
}

async function decideAudit(input: BreakerAuditDecideInput): Promise<void> {
  const refusal = (await execute(deciding, { input })).breakerAuditDecide.userErrors[0];
  if (refusal) throw new ApiFault('FAILED', refusal.message);
}

/** Reviews a breaker now. */
export function useRunAudit() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: runAudit,
    onSettled: () => client.invalidateQueries({ queryKey: ['inference', 'audits'] }),
  });
}

/** Approves or rejects the proposal of a review. */
export function useDecideAudit() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: decideAudit,
    onSettled: () => client.invalidateQueries({ queryKey: ['inference'] }),
  });
}

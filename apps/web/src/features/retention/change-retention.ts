import { useMutation, useQueryClient } from '@tanstack/react-query';
import { graphql } from '../../generated/gql.ts';
import type { RetentionPolicySetInput } from '../../generated/graphql.ts';
import { ApiFault } from '../../lib/api-fault.ts';
import { execute } from '../../lib/execute.ts';

const setting = graphql(`
  mutation SetRetentionPolicy($input: RetentionPolicySetInput!) {
    retentionPolicySet(input: $input) { policy { createdAt } userErrors { message } }
  }
`);
const announcing = graphql(`
  mutation RunRetentionDryRun {
    retentionDryRun { run { id photos byteLength } userErrors { message } }
  }
`);
const checking = graphql(`
  mutation RequestIntegrityCheck {
    integrityCheck { report { id } }
  }
`);

const refuse = (userErrors: { message: string }[]): void => {
  if (userErrors.length > 0) throw new ApiFault('FAILED', userErrors.map(({ message }) => message).join(' '));
};

async function setPolicy(input: RetentionPolicySetInput): Promise<void> {
  refuse((await execute(setting, { input })).retentionPolicySet.userErrors);
}

async function dryRun() {
  const { run, userErrors } = (await execute(announcing, {})).retentionDryRun;
  refuse(userErrors);
  return run;
}

/** Runs one retention action; a refusal by the API becomes a fault with its messages. */
function useAct<Input, Result>(act: (input: Input) => Promise<Result>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSettled: () => client.invalidateQueries({ queryKey: ['retention'] }),
  });
}

export const useSetPolicy = () => useAct(setPolicy);
export const useDryRun = () => useAct(dryRun);
export const useCheckIntegrity = () => useAct(() => execute(checking, {}));

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { graphql } from '../../generated/gql.ts';
import type { QualityRuleSetInput } from '../../generated/graphql.ts';
import { ApiFault } from '../../lib/api-fault.ts';
import { execute } from '../../lib/execute.ts';

const document = graphql(`
  mutation SetQualityRule($input: QualityRuleSetInput!) {
    qualityRuleSet(input: $input) { rule { id } userErrors { code message field } }
  }
`);

/** Sets the rule of a scope. A refusal by the API becomes a fault with its messages. */
export async function setQualityRule(input: QualityRuleSetInput): Promise<void> {
  const { qualityRuleSet } = await execute(document, { input });
  const refusals = qualityRuleSet.userErrors.map(({ message }) => message);
  if (refusals.length > 0) throw new ApiFault('FAILED', refusals.join(' '));
}

export function useSetQualityRule() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: setQualityRule,
    onSettled: () => client.invalidateQueries({ queryKey: ['quality-rules'] }),
  });
}

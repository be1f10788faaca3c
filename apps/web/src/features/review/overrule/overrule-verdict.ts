import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { graphql } from '../../../generated/gql.ts';
import type { VerdictOverruleInput } from '../../../generated/graphql.ts';
import { ApiFault } from '../../../lib/api-fault.ts';
import { execute } from '../../../lib/execute.ts';
import { percent } from '../../../lib/percent.ts';
import { captureKey, type ReviewedCapture } from '../read-capture.ts';
import type { VerdictDecision } from './verdict-decision.ts';
import { withDecision } from './with-decision.ts';

const document = graphql(`
  mutation OverruleVerdict($input: VerdictOverruleInput!) {
    verdictOverrule(input: $input) { score { id score coverage } userErrors { code message } }
  }
`);

/** Another score has become the current one meanwhile; the message says by whom and when. */
export class ScoreChanged extends ApiFault {
  constructor(message: string) {
    super('FAILED', message);
  }
}

async function overruleVerdict(
  captureId: string,
  { finding, scoreId, verdict, seen, reason }: VerdictDecision,
) {
  const { positionId, ordinal } = finding;
  const input: VerdictOverruleInput = {
    captureId,
    expectedScoreId: scoreId,
    ...(positionId === null ? { ordinal } : { positionId }),
    ...(verdict !== null && { verdict }),
    ...(seen !== null && { seenProductId: seen.id }),
    reason: reason.trim(),
  };
  const { verdictOverrule } = await execute(document, { input });
  const refusal = verdictOverrule.userErrors[0];
  if (refusal?.code === 'SCORE_CHANGED') throw new ScoreChanged(refusal.message);
  if (refusal) throw new ApiFault('FAILED', refusal.message);
  return verdictOverrule.score;
}

export const overruleMutationKey = (captureId: string) => ['overrule-verdict', captureId];

/**
 * Sends decisions on a capture. The finding shows the decision at once; a refusal by the API restores it, and the
 * score changes only with the API's answer.
 */
export function useOverrule({ id: captureId, currentScore }: ReviewedCapture, author: string) {
  const client = useQueryClient();
  const queryKey = captureKey(captureId);
  return useMutation({
    mutationKey: overruleMutationKey(captureId),
    mutationFn: (decision: VerdictDecision) => overruleVerdict(captureId, decision),
    onMutate: async (decision) => {
      await client.cancelQueries({ queryKey });
      const before = client.getQueryData<ReviewedCapture | null>(queryKey);
      if (before)
        client.setQueryData(queryKey, withDecision(before, decision, author, new Date().toISOString()));
      return { before };
    },
    onError: (_fault, _decision, context) => {
      if (context?.before) client.setQueryData(queryKey, context.before);
    },
    // Not after a refusal: the screen stays until the person asks for the newest score.
    onSuccess: (score, { verdict, name }) => {
      notifications.show({
        title: `${verdict === null ? 'Decision taken back' : 'Overruled'}: ${name}`,
        message: `The score is ${percent(score?.score)}; it was ${percent(currentScore?.score)}.`,
      });
      return client.invalidateQueries({ queryKey });
    },
  });
}

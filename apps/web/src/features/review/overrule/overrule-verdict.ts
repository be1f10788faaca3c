import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { graphql } from '../../generated/gql.ts';
import type { Verdict, VerdictOverruleInput } from '../../generated/graphql.ts';
import { ApiFault } from '../../lib/api-fault.ts';
import { execute } from '../../lib/execute.ts';
import { percent } from '../../lib/percent.ts';
import { captureQuery, type ReviewedCapture } from './read-capture.ts';
import { withRuling } from './with-ruling.ts';

const document = graphql(`
  mutation OverruleVerdict($input: VerdictOverruleInput!) {
    verdictOverrule(input: $input) { score { id score coverage } userErrors { code message } }
  }
`);

/** What a person says of one finding. */
export interface Ruling {
  /** The finding, as photo, planogram and list name it. */
  key: string;
  /** What it is about, for people. */
  name: string;
  finding: { positionId: string | null; ordinal: number };
  /** The score that the person looked at when they began. */
  scoreId: string;
  /** Null takes the ruling back. */
  verdict: Verdict | null;
  seen: { id: string; name: string } | null;
  reason: string;
}

/** Somebody or something else made another score meanwhile; the message says who and when. */
export class ScoreChanged extends ApiFault {
  constructor(message: string) {
    super('FAILED', message);
  }
}

async function overruleVerdict(captureId: string, { finding, scoreId, verdict, seen, reason }: Ruling) {
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

export const overruleKey = (captureId: string) => ['overrule-verdict', captureId];

/**
 * Sends rulings on a capture. The finding looks as ruled at once; when the API refuses, it is again what it was, and the
 * score changes only with the API's answer.
 */
export function useOverrule({ id: captureId, currentScore }: ReviewedCapture, author: string) {
  const client = useQueryClient();
  const { queryKey } = captureQuery(captureId);
  return useMutation({
    mutationKey: overruleKey(captureId),
    mutationFn: (ruling: Ruling) => overruleVerdict(captureId, ruling),
    onMutate: async (ruling) => {
      await client.cancelQueries({ queryKey });
      const before = client.getQueryData<ReviewedCapture | null>(queryKey);
      if (before) client.setQueryData(queryKey, withRuling(before, ruling, author, new Date().toISOString()));
      return { before };
    },
    onError: (_fault, _ruling, context) => {
      if (context?.before) client.setQueryData(queryKey, context.before);
    },
    // Not on a refusal: what the person looked at stays until they ask for the newest.
    onSuccess: (made, { verdict, name }) => {
      notifications.show({
        title: `${verdict === null ? 'Ruling taken back' : 'Overruled'}: ${name}`,
        message: `The score is ${percent(made?.score)}; it was ${percent(currentScore?.score)}.`,
      });
      return client.invalidateQueries({ queryKey });
    },
  });
}

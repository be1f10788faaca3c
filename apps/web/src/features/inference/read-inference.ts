import { queryOptions } from '@tanstack/react-query';
import { graphql } from '../../generated/gql.ts';
import type { ReadInferenceQuery } from '../../generated/graphql.ts';
import { execute } from '../../lib/execute.ts';

export type TierFigures = ReadInferenceQuery['inferenceTiers'][number];
export type CurrentBreaker = ReadInferenceQuery['breakers'][number];

const document = graphql(`
  query ReadInference {
    inferenceTiers {
      tier
      provider
      attempts
      calls
      shareAnswered
      outcomes { outcome count }
      latencyMsP50
      latencyMsP95
      latencyMsP99
      modelIds
      lastAnswerAt
    }
    breakers {
      name
      state
      since
      openedAt
      retryAt
      reason
      reopenCount
      ratePerSecond
      probeOwner
      probeSuccesses
      policy {
        builtIn
        failuresToOpen
        failureRateToOpen
        windowSeconds
        baseSeconds
        factor
        capSeconds
        probeSuccessesToClose
        callTimeoutMs
        note
        createdBy
        createdAt
      }
    }
  }
`);

/** Reads the tiers over the last hour and the current breakers, often enough to watch an outage. */
export const inferenceQuery = queryOptions({
  queryKey: ['inference'],
  queryFn: ({ signal }) => execute(document, {}, signal),
  refetchInterval: 3_000,
});

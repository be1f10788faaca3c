import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { graphql } from '../../../generated/gql.ts';
import type { ReadBreakerMinutesQuery } from '../../../generated/graphql.ts';
import { execute } from '../../../lib/execute.ts';
import { spanOf, type WindowName, windows } from '../inference-view.ts';

export type BreakerMinute = ReadBreakerMinutesQuery['breakerMinutes'][number];

const document = graphql(`
  query ReadBreakerMinutes($name: String!, $from: DateTime!, $to: DateTime!) {
    breakerMinutes(name: $name, from: $from, to: $to) {
      minute
      ok
      permanentInput
      transient
      throttled
      configuration
      notReady
      poorAnswer
      aborted
      deadline
      refused
      latencyMsP50
      latencyMsP99
    }
  }
`);

/** Reads the calls of all workers to one breaker's provider by the minute; minutes without an attempt are left out. */
export const breakerMinutesQuery = (breaker: string, name: WindowName) =>
  queryOptions({
    queryKey: ['inference', 'minutes', breaker, name],
    queryFn: async ({ signal }) => {
      const { callMinutes, callBucketMinutes } = windows[name];
      const span = spanOf(Date.now(), callMinutes, callBucketMinutes);
      const { breakerMinutes } = await execute(document, { name: breaker, ...span }, signal);
      return { ...span, bucketMinutes: callBucketMinutes, minutes: breakerMinutes };
    },
    placeholderData: keepPreviousData,
    refetchInterval: 5_000,
  });

import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { graphql } from '../../../generated/gql.ts';
import type { ReadFallbackQuery } from '../../../generated/graphql.ts';
import { execute } from '../../../lib/execute.ts';
import { spanOf, type WindowName, windows } from '../inference-view.ts';

export type FallbackPoint = ReadFallbackQuery['fallbackSeries']['points'][number];

const document = graphql(`
  query ReadFallback($from: DateTime!, $to: DateTime!, $bucketMinutes: Int!) {
    fallbackSeries(from: $from, to: $to, bucketMinutes: $bucketMinutes) {
      alertRate
      points { from tier1 tier2 tier3 fallbackRate }
    }
  }
`);

/** Reads which tier answered over the window: one point per bucket, in order, without gaps. */
export const fallbackQuery = (name: WindowName) =>
  queryOptions({
    queryKey: ['inference', 'fallback', name],
    queryFn: async ({ signal }) => {
      const { minutes, fallbackBucketMinutes: bucketMinutes } = windows[name];
      const span = spanOf(Date.now(), minutes, bucketMinutes);
      const { fallbackSeries } = await execute(document, { ...span, bucketMinutes }, signal);
      return { ...fallbackSeries, bucketMinutes };
    },
    placeholderData: keepPreviousData,
    refetchInterval: 10_000,
  });

'use client';
import {
  type inferParserType,
  parseAsArrayOf,
  parseAsInteger,
  parseAsString,
  parseAsStringLiteral,
  useQueryStates,
} from 'nuqs';
import { useMemo } from 'react';
import type { CaptureFilter } from '../../generated/graphql.ts';
import { captureStates } from '../../lib/words/state-words.ts';
import { verdictsWorstFirst } from '../../lib/words/verdict-words.ts';

/** The filters as they stand in the address; scores are whole percent. */
export const filterParsers = {
  state: parseAsArrayOf(parseAsStringLiteral(captureStates)).withDefault([]),
  store: parseAsString,
  verdict: parseAsStringLiteral(verdictsWorstFirst),
  from: parseAsInteger,
  below: parseAsInteger,
  version: parseAsString,
};

export type CaptureFilters = inferParserType<typeof filterParsers>;

export function useCaptureFilters() {
  const [filters, setFilters] = useQueryStates(filterParsers, { history: 'replace' });
  const filter = useMemo(() => toCaptureFilter(filters), [filters]);
  return { filters, setFilters, filter };
}

/** The filter for the API: only what is set. */
export function toCaptureFilter(filters: CaptureFilters): CaptureFilter {
  return {
    ...(filters.state.length > 0 && { states: filters.state }),
    ...(filters.store !== null && { storeCode: filters.store }),
    ...(filters.verdict !== null && { verdict: filters.verdict }),
    ...(filters.from !== null && { scoreAtLeast: filters.from / 100 }),
    ...(filters.below !== null && { scoreBelow: filters.below / 100 }),
    ...(filters.version !== null && { planogramVersion: filters.version }),
  };
}

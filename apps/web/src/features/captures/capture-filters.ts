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
import { captureStates } from '../../labels/capture-state-labels.ts';
import { verdictsWorstFirst } from '../../labels/verdict-labels.ts';

/** The filters as they are in the address; scores are whole percentages. */
export const filterParsers = {
  state: parseAsArrayOf(parseAsStringLiteral(captureStates)).withDefault([]),
  store: parseAsString,
  verdict: parseAsStringLiteral(verdictsWorstFirst),
  from: parseAsInteger,
  below: parseAsInteger,
  version: parseAsString,
  firmware: parseAsString,
  model: parseAsString,
};

export type CaptureFilters = inferParserType<typeof filterParsers>;

export function useCaptureFilters() {
  const [filters, setFilters] = useQueryStates(filterParsers, { history: 'replace' });
  const filter = useMemo(() => toCaptureFilter(filters), [filters]);
  return { filters, setFilters, filter };
}

/** Returns the filter for the API, with only the fields that are set. */
export function toCaptureFilter(filters: CaptureFilters): CaptureFilter {
  return {
    ...(filters.state.length > 0 && { states: filters.state }),
    ...(filters.store !== null && { storeCode: filters.store }),
    ...(filters.verdict !== null && { verdict: filters.verdict }),
    ...(filters.from !== null && { scoreAtLeast: filters.from / 100 }),
    ...(filters.below !== null && { scoreBelow: filters.below / 100 }),
    ...(filters.firmware !== null && { firmware: filters.firmware }),
    ...(filters.model !== null && { cameraModel: filters.model }),
    ...(filters.version !== null && { planogramVersion: filters.version }),
  };
}

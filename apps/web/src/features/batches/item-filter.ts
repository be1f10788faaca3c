'use client';
import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { itemStates } from '../../labels/batch-labels.ts';

const parsers = {
  state: parseAsStringLiteral(itemStates),
  failure: parseAsString,
};

/** Reads and sets the filter of the captures of a batch, which is part of the address. */
export function useItemFilter() {
  const [filter, setFilter] = useQueryStates(parsers, { history: 'replace', scroll: false });
  return { filter, setFilter };
}

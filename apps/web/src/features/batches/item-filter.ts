'use client';
import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { itemStates } from '../../lib/words/batch-words.ts';

const parsers = {
  state: parseAsStringLiteral(itemStates),
  failure: parseAsString,
};

/** Which captures of the batch are listed, as it stands in the address. */
export function useItemFilter() {
  const [filter, setFilter] = useQueryStates(parsers, { history: 'replace', scroll: false });
  return { filter, setFilter };
}

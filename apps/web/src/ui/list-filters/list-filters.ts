'use client';
import { type inferParserType, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';

/** The filters of a list of things that are open or closed, as they are in the address. */
const parsers = {
  store: parseAsString,
  /** Null shows both, the open ones first. */
  status: parseAsStringLiteral(['open', 'closed'] as const),
};

export type ListFilters = inferParserType<typeof parsers>;
export type Status = NonNullable<ListFilters['status']>;

export function useListFilters() {
  const [filters, setFilters] = useQueryStates(parsers, { history: 'replace' });
  return { filters, setFilters };
}

/** Returns which of the two lists to show, open before closed. */
export const shownStatuses = ({ status }: ListFilters): Status[] => (status ? [status] : ['open', 'closed']);

/** Returns the filter for the API, with only the fields that are set. */
export const toListFilter = (
  { store }: ListFilters,
  status: Status,
): { open: boolean; storeCode?: string } => ({
  open: status === 'open',
  ...(store !== null && { storeCode: store }),
});

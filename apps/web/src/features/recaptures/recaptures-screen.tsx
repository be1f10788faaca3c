'use client';
import { ListFilterBar } from '../../ui/list-filters/list-filter-bar.tsx';
import { shownStatuses, toListFilter, useListFilters } from '../../ui/list-filters/list-filters.ts';
import { PageTitle } from '../../ui/page-title.tsx';
import { RecaptureList } from './recapture-list.tsx';

export function RecapturesScreen() {
  const { filters, setFilters } = useListFilters();
  return (
    <>
      <PageTitle
        title="Recaptures"
        about="Requests to take a photo again, with the reason and advice. A request ends when a good photo of the bay arrives."
      />
      <ListFilterBar name="Filter recaptures" filters={filters} setFilters={setFilters} />
      {shownStatuses(filters).map((status) => (
        <RecaptureList key={status} status={status} filter={toListFilter(filters, status)} />
      ))}
    </>
  );
}

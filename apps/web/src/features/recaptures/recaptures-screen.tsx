'use client';
import { PageTitle } from '../../ui/page-title.tsx';
import { ListFilterBar } from '../stores/list-filter-bar.tsx';
import { shownStatuses, toListFilter, useListFilters } from '../stores/list-filters.ts';
import { RecaptureList } from './recapture-list.tsx';

export function RecapturesScreen() {
  const { filters, setFilters } = useListFilters();
  return (
    <>
      <PageTitle
        title="Recaptures"
        about="Photos that stores are asked to take again, why, and what to do better. A request ends by itself when a good photo of the bay comes."
      />
      <ListFilterBar name="Filter recaptures" filters={filters} setFilters={setFilters} />
      {shownStatuses(filters).map((status) => (
        <RecaptureList key={status} status={status} filter={toListFilter(filters, status)} />
      ))}
    </>
  );
}

'use client';
import { mayReview, useViewer } from '../../lib/viewer.ts';
import { PageTitle } from '../../ui/page-title.tsx';
import { ListFilterBar } from '../stores/list-filter-bar.tsx';
import { shownStatuses, toListFilter, useListFilters } from '../stores/list-filters.ts';
import { AlertList } from './alert-list.tsx';

export function AlertsScreen() {
  const { filters, setFilters } = useListFilters();
  const mayAct = mayReview(useViewer());
  return (
    <>
      <PageTitle
        title="Alerts"
        about="What somebody should look at. An acknowledged alert stays open until somebody closes it."
      />
      {mayAct ? null : (
        <p>You can look, but not acknowledge or close: that is for category managers and operators.</p>
      )}
      <ListFilterBar name="Filter alerts" filters={filters} setFilters={setFilters} />
      {shownStatuses(filters).map((status) => (
        <AlertList key={status} status={status} filter={toListFilter(filters, status)} mayAct={mayAct} />
      ))}
    </>
  );
}

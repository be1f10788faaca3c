'use client';
import { can } from '../../lib/can.ts';
import { useViewer } from '../../lib/viewer.ts';
import { ListFilterBar } from '../../ui/list-filters/list-filter-bar.tsx';
import { shownStatuses, toListFilter, useListFilters } from '../../ui/list-filters/list-filters.ts';
import { PageTitle } from '../../ui/page-title.tsx';
import { AlertList } from './alert-list.tsx';

export function AlertsScreen() {
  const { filters, setFilters } = useListFilters();
  const viewer = useViewer();
  const mayAct = can(viewer, 'ALERT_ACKNOWLEDGE') || can(viewer, 'ALERT_CLOSE');
  return (
    <>
      <PageTitle
        title="Alerts"
        about="Events that need attention. An acknowledged alert stays open until a person closes it or its condition ends."
      />
      {mayAct ? null : (
        <p>You can view alerts, but your role does not include acknowledging or closing them.</p>
      )}
      <ListFilterBar name="Filter alerts" filters={filters} setFilters={setFilters} />
      {shownStatuses(filters).map((status) => (
        <AlertList key={status} status={status} filter={toListFilter(filters, status)} />
      ))}
    </>
  );
}

'use client';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import table from '../../ui/data-table.module.css';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Panel } from '../../ui/panel.tsx';
import { assignmentsQuery } from './read-assignments.ts';
import classes from './version-screen.module.css';

interface AssignmentHistoryProps {
  label: string;
  total: number;
}

/** Lists the bays in which a version was active, and until when. */
export function AssignmentHistory({ label, total }: AssignmentHistoryProps) {
  const { data: assignments, error, refetch } = useQuery(assignmentsQuery(label));
  return (
    <Panel title="Where it was active" aside={<span className={classes.aside}>{total}</span>} flush scrolls>
      {!assignments ? error ? <FaultNotice fault={error} retry={refetch} /> : <LoadingRows rows={3} /> : null}
      {assignments?.length === 0 ? (
        <p className={classes.none}>It has not been activated in any bay yet.</p>
      ) : null}
      {assignments && assignments.length > 0 ? (
        <div className={classes.history}>
          <table className={table.table}>
            <thead>
              <tr>
                <th>Bay</th>
                <th>From</th>
                <th>Until</th>
                <th>By</th>
              </tr>
            </thead>
            <tbody>
              {assignments.map(({ bay, activatedAt, deactivatedAt, activatedBy, activation }) => (
                <tr key={`${bay.id} ${activatedAt}`}>
                  <td>
                    <Link href={`/captures?store=${encodeURIComponent(bay.store.code)}`}>
                      {bay.store.code}
                    </Link>{' '}
                    · {bay.aisle}
                  </td>
                  <td>
                    <Moment at={activatedAt} timeZone={bay.store.timeZone} />
                  </td>
                  <td>
                    {deactivatedAt ? (
                      <Moment at={deactivatedAt} timeZone={bay.store.timeZone} />
                    ) : (
                      'active now'
                    )}
                  </td>
                  <td>
                    {activatedBy ?? 'not known'}
                    {activation ? ', with others' : ''}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {total > assignments.length ? (
            <p className={classes.none}>The latest {assignments.length} are shown.</p>
          ) : null}
        </div>
      ) : null}
    </Panel>
  );
}

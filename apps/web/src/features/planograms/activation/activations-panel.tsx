'use client';
import { useQuery } from '@tanstack/react-query';
import { FaultNotice } from '../../../ui/fault-notice.tsx';
import { LoadingRows } from '../../../ui/loading-rows.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { ActivationRow } from './activation-row.tsx';
import classes from './activations-panel.module.css';
import { plannedActivationsQuery } from './list-planned-activations.ts';

/** Lists the activations of one version, or all planned ones; renders nothing while there are none. */
export function ActivationsPanel({ label }: { label: string | null }) {
  const { data, error, refetch } = useQuery(plannedActivationsQuery(label));
  if (label === null && (!data || data.total === 0)) return null;
  return (
    <Panel
      title={label === null ? 'Planned activations' : 'Activations of several bays or at a time'}
      aside={data && data.total > 0 ? data.total.toLocaleString('en') : null}
      flush
    >
      {!data ? error ? <FaultNotice fault={error} retry={refetch} /> : <LoadingRows rows={2} /> : null}
      {data?.total === 0 ? (
        <p className={classes.none}>
          None yet. An activation for a later time is listed here, and can be cancelled.
        </p>
      ) : null}
      <ul className={classes.list}>
        {data?.activations.map((activation) => (
          <li key={activation.id}>
            <ActivationRow activation={activation} named={label === null} />
          </li>
        ))}
      </ul>
      {data && data.total > data.activations.length ? (
        <p className={classes.none}>The newest {data.activations.length} are shown.</p>
      ) : null}
    </Panel>
  );
}

'use client';
import { IconCamera } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import Link from 'next/link';
import type { DeviceFilter } from '../../generated/graphql.ts';
import { clockErrorSourceLabels, clockLabel } from '../../labels/clock-labels.ts';
import { deviceLabel } from '../../labels/device-label.ts';
import table from '../../ui/data-table.module.css';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { Age } from '../../ui/moment.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ShowMore } from '../../ui/show-more.tsx';
import classes from './devices-screen.module.css';
import { devicesQuery, type ListedDevice } from './list-devices.ts';

/** Lists devices with firmware, model and the error of their clock. */
export function DeviceList({ filter }: { filter: DeviceFilter }) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    devicesQuery(filter),
  );
  const devices = data?.pages.flatMap((page) => page.edges.map((edge) => edge.node));
  const total = data?.pages[0]?.totalCount;
  return (
    <Panel title="Devices" aside={total === undefined ? null : total.toLocaleString('en')} flush scrolls>
      {!devices ? error ? <FaultNotice fault={error} retry={refetch} /> : <LoadingRows rows={6} /> : null}
      {devices?.length === 0 ? <Notice icon={IconCamera} title="No device of this kind" /> : null}
      {devices && devices.length > 0 ? (
        <table className={table.table}>
          <thead>
            <tr>
              <th>Store</th>
              <th>Device</th>
              <th>Camera model</th>
              <th>Firmware</th>
              <th>Clock</th>
              <th>Last capture</th>
            </tr>
          </thead>
          <tbody>
            {devices.map((device) => (
              <DeviceRow key={device.id} device={device} />
            ))}
          </tbody>
        </table>
      ) : null}
      {hasNextPage ? <ShowMore loading={isFetchingNextPage} show={fetchNextPage} inPanel /> : null}
    </Panel>
  );
}

function DeviceRow({ device }: { device: ListedDevice }) {
  const { store, newestCapture: newest, clockErrorMs, clockErrorSource } = device;
  return (
    <tr>
      <td>
        {store.code}
        <div className={classes.dim}>{store.name}</div>
      </td>
      <td>{deviceLabel(device)}</td>
      <td>{newest?.cameraModel ?? '–'}</td>
      <td>{newest?.firmware ?? '–'}</td>
      <td>
        {clockLabel(clockErrorMs, newest?.timeSource ?? null)}
        {clockErrorSource ? (
          <div className={classes.dim}>{clockErrorSourceLabels[clockErrorSource]}</div>
        ) : null}
      </td>
      <td>
        {newest ? (
          <Link href={`/captures/${encodeURIComponent(newest.id)}`} prefetch={false}>
            <Age at={newest.receivedAt} timeZone={store.timeZone} />
          </Link>
        ) : (
          '–'
        )}
      </td>
    </tr>
  );
}

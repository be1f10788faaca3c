'use client';
import { IconCpu } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { reasonLabel } from '../../labels/dead-letter-labels.ts';
import { metadataFlawLabels, qualityFlagLabel } from '../../labels/quality-labels.ts';
import { percent } from '../../lib/percent.ts';
import { type FirmwareFigures, firmwareFiguresQuery } from '../../lib/read-firmware-figures.ts';
import table from '../../ui/data-table.module.css';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import classes from './devices-screen.module.css';

/** Shows captures, flaws and dead letters of the last four weeks by firmware and camera model. */
export function FirmwareTable({ storeCode }: { storeCode: string | null }) {
  const { data: figures, error, refetch } = useQuery(firmwareFiguresQuery(storeCode));
  return (
    <Panel title="By firmware" aside="last 28 days" flush scrolls>
      {!figures ? error ? <FaultNotice fault={error} retry={refetch} /> : <LoadingRows rows={3} /> : null}
      {figures?.length === 0 ? (
        <Notice icon={IconCpu} title="Nothing was received in the last 28 days" />
      ) : null}
      {figures && figures.length > 0 ? (
        <table className={table.table}>
          <thead>
            <tr>
              <th>Camera model</th>
              <th>Firmware</th>
              <th className={table.number}>Captures</th>
              <th>Flaws</th>
              <th>Dead letters</th>
            </tr>
          </thead>
          <tbody>
            {figures.map((each) => (
              <FirmwareRow key={`${each.cameraModel} ${each.firmware}`} figures={each} />
            ))}
          </tbody>
        </table>
      ) : null}
    </Panel>
  );
}

function FirmwareRow({ figures }: { figures: FirmwareFigures }) {
  const { firmware, cameraModel, captures, qualityFlaws, metadataFlaws, deadLetters } = figures;
  const query = new URLSearchParams({
    ...(firmware !== null && { firmware }),
    ...(cameraModel !== null && { model: cameraModel }),
  });
  const flaws = [
    ...qualityFlaws.map(({ flaw, count }) => ({ label: qualityFlagLabel(flaw), count })),
    ...metadataFlaws.map(({ flaw, count }) => ({ label: metadataFlawLabels[flaw], count })),
  ];
  return (
    <tr>
      <td>{cameraModel ?? 'not known'}</td>
      <td>{firmware ?? 'not reported'}</td>
      <td className={table.number}>
        {query.size > 0 ? (
          <Link href={`/captures?${query}`}>{captures.toLocaleString('en')}</Link>
        ) : (
          captures.toLocaleString('en')
        )}
      </td>
      <td>
        <ul className={classes.counts}>
          {flaws.map(({ label, count }) => (
            <li key={label}>
              {count.toLocaleString('en')} ({percent(count / captures)}) {label}
            </li>
          ))}
        </ul>
      </td>
      <td>
        <ul className={classes.counts}>
          {deadLetters.map(({ reason, count }) => (
            <li key={reason}>
              {count.toLocaleString('en')}{' '}
              <Link href={`/dead-letters?${deadLetterQuery(reason, firmware)}`}>
                {reasonLabel(reason).label}
              </Link>
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
}

const deadLetterQuery = (reason: string, firmware: string | null) =>
  new URLSearchParams({ reason, ...(firmware !== null && { firmware }) });

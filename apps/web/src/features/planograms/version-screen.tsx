'use client';
import { Button, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { parseAsString, useQueryState } from 'nuqs';
import { can } from '../../lib/can.ts';
import { useViewer } from '../../lib/viewer.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { NothingHere } from '../../ui/nothing-here.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { StaleNotice } from '../../ui/stale-notice.tsx';
import { ActivationDialog } from './activation/activation-dialog.tsx';
import { CompareSelect } from './comparison/compare-select.tsx';
import { Comparison } from './comparison/comparison.tsx';
import { periodLabel } from './period-labels.ts';
import { versionQuery } from './read-version.ts';
import { VersionExportMenu } from './version-export-menu.tsx';
import { VersionLayout } from './version-layout.tsx';
import { VersionRecord } from './version-record.tsx';
import classes from './version-screen.module.css';
import { VersionStatus } from './version-status.tsx';

/** Shows one version, alone or compared with the version in `?against=`. */
export function VersionScreen({ label }: { label: string }) {
  const { data: version, error, refetch } = useQuery(versionQuery(label));
  const [against] = useQueryState('against', parseAsString);
  const may = can(useViewer(), 'PLANOGRAM_VERSION_ACTIVATE', { planogramVersion: label });
  const [activating, dialog] = useDisclosure(false);
  if (version === undefined)
    return error ? <FaultNotice fault={error} retry={refetch} /> : <LoadingRows rows={6} height={64} />;
  if (version === null) return <NothingHere title={`There is no planogram version “${label}”`} />;
  const { planogram, facts } = version;
  return (
    <>
      <Link className={classes.back} href="/planograms">
        All planograms
      </Link>
      <PageTitle
        title={
          <span className={classes.title}>
            {version.label} <VersionStatus activeBays={facts.activeBays} expired={facts.expired} />
          </span>
        }
        about={`${planogram.name} · ${periodLabel(version.effectiveFrom, version.effectiveTo)}`}
        actions={
          <Group gap={8}>
            <CompareSelect label={label} against={against} />
            <VersionExportMenu label={label} />
            {may ? <Button onClick={dialog.open}>Activate…</Button> : null}
          </Group>
        }
      />
      {may ? null : (
        <p>You can view this version, but your role does not include mapping or activating it.</p>
      )}
      {error ? <StaleNotice retry={refetch} /> : null}
      <div className={classes.parts}>
        {against !== null && against !== label ? (
          <Comparison key={`${against} ${label}`} fromLabel={against} to={version} />
        ) : (
          <VersionLayout version={version} />
        )}
        <VersionRecord version={version} />
      </div>
      <ActivationDialog label={label} opened={activating} close={dialog.close} />
    </>
  );
}

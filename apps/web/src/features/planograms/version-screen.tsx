'use client';
import { Button, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { parseAsString, useQueryState } from 'nuqs';
import { useViewer } from '../../lib/viewer.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { NothingHere } from '../../ui/nothing-here.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { StaleNotice } from '../../ui/stale-notice.tsx';
import { ActivationDialog } from './activation-dialog.tsx';
import { CompareSelect } from './compare-select.tsx';
import { Comparison } from './comparison.tsx';
import { mayManagePlanograms } from './may-manage-planograms.ts';
import { periodWords } from './period-words.ts';
import { versionQuery } from './read-version.ts';
import { VersionExportMenu } from './version-export-menu.tsx';
import { VersionLayout } from './version-layout.tsx';
import { VersionRecord } from './version-record.tsx';
import classes from './version-screen.module.css';
import { VersionStanding } from './version-standing.tsx';

/** One version by itself, or beside the one that `?against=` names. */
export function VersionScreen({ label }: { label: string }) {
  const { data: version, error, refetch } = useQuery(versionQuery(label));
  const [against] = useQueryState('against', parseAsString);
  const may = mayManagePlanograms(useViewer());
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
            {version.label} <VersionStanding activeBays={facts.activeBays} expired={facts.expired} />
          </span>
        }
        about={`${planogram.name} · ${periodWords(version.effectiveFrom, version.effectiveTo)}`}
        actions={
          <Group gap={8}>
            <CompareSelect label={label} against={against} />
            <VersionExportMenu label={label} />
            {may ? <Button onClick={dialog.open}>Activate…</Button> : null}
          </Group>
        }
      />
      {may ? null : (
        <p>You can look, but not map or activate: that is for category managers and administrators.</p>
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

'use client';
import { IconHandStop } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { days } from '../../labels/counts.ts';
import { runAuthor } from '../../labels/retention-labels.ts';
import { Banner } from '../../ui/banner.tsx';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { Moment } from '../../ui/moment.tsx';
import { NothingHere } from '../../ui/nothing-here.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { StaleNotice } from '../../ui/stale-notice.tsx';
import { AnnouncedPanel } from './announced-panel.tsx';
import { HeldPanel } from './held-panel.tsx';
import { runQuery } from './read-run.ts';
import classes from './run-screen.module.css';

/** Shows a dry run photo by photo: what would be removed, and what stays and why. */
export function RunScreen({ id }: { id: string }) {
  const { data: run, error, refetch } = useQuery(runQuery(id));
  if (run === undefined)
    return error ? <FaultNotice fault={error} retry={refetch} /> : <LoadingRows rows={6} height={64} />;
  if (run?.kind !== 'DRY_RUN') return <NothingHere title="There is no dry run of this id" />;
  const { noticeDays } = run.policy;
  return (
    <>
      <Link className={classes.back} href="/settings/retention">
        Retention
      </Link>
      <PageTitle
        title={
          <>
            Dry run of <Moment at={run.createdAt} timeZone="UTC" /> UTC
          </>
        }
        about={`${run.createdBy.includes('@') ? `Made by ${run.createdBy}` : runAuthor(run.createdBy)}. A dry run removes nothing; what it announced is removed after ${days(noticeDays)} at the earliest. To put a photo on hold, open one of its captures.`}
      />
      <div className={classes.parts}>
        {error ? <StaleNotice retry={refetch} /> : null}
        {run.policyInForce ? null : (
          <Banner tone="short" icon={IconHandStop} title="Another policy is in force now.">
            No further photo announced here is removed; the new policy announces its own.
          </Banner>
        )}
        <AnnouncedPanel run={run} />
        <HeldPanel />
      </div>
    </>
  );
}

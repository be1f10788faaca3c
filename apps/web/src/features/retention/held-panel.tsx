'use client';
import { useQuery } from '@tanstack/react-query';
import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { countOrMore } from '../../labels/counts.ts';
import { holdReasons } from '../../labels/hold-reason-labels.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Panel } from '../../ui/panel.tsx';
import { StaleNotice } from '../../ui/stale-notice.tsx';
import { HeldPhotos } from './held-photos.tsx';
import { HoldingList } from './hold-reason-list.tsx';
import { heldCountsQuery } from './list-held-photos.ts';
import classes from './run-screen.module.css';

/** Lists the photos that stay now, by reason. */
export function HeldPanel() {
  const { data, error, refetch } = useQuery(heldCountsQuery);
  const [chosen, choose] = useQueryState('holding', parseAsStringLiteral(holdReasons));
  const counts = data?.counts ?? [];
  // Without a choice in the address, the first reason with photos is shown.
  const has = (holding: string) => counts.some((count) => count.holding === holding && count.photos > 0);
  const shown = chosen ?? holdReasons.find(has) ?? holdReasons[0] ?? 'KEPT';
  const count = counts.find(({ holding }) => holding === shown);
  return (
    <Panel
      title="Photos that stay, and why"
      aside={
        data ? (
          <span>
            As of <Moment at={data.asOf} timeZone="UTC" /> UTC
          </span>
        ) : null
      }
      flush
    >
      <p className={classes.about}>
        As of now and under the policy in force, not as of the dry run: holds change from hour to hour. A
        photo with several reasons is listed once.
      </p>
      {error && data ? <StaleNotice retry={refetch} /> : null}
      {!data ? error ? <FaultNotice fault={error} retry={refetch} /> : <LoadingRows rows={6} /> : null}
      {data ? (
        <div className={classes.split}>
          <HoldingList counts={counts} chosen={shown} choose={(holding) => void choose(holding)} />
          <HeldPhotos holding={shown} count={countOrMore(count?.photos ?? 0, count?.limitReached ?? false)} />
        </div>
      ) : null}
    </Panel>
  );
}

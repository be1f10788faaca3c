'use client';
import { Skeleton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Placeholders } from '../../ui/placeholders.tsx';
import { CaptureTile } from './capture-tile.tsx';
import { FirstSteps } from './first-steps.tsx';
import classes from './latest-captures.module.css';
import { capturesQuery } from './list-captures.ts';

/** Two or three full rows of tiles on most screens. */
const tiles = 18;
const everything = {};

/** Shows the newest captures as a grid that refreshes itself; on a new instance, the first steps. */
export function LatestCaptures() {
  const { data, error, refetch } = useInfiniteQuery(capturesQuery(everything, tiles));
  const captures = data?.pages[0]?.edges.map((edge) => edge.node);
  return (
    <Panel title="Latest captures" aside={<Link href="/captures">All captures</Link>}>
      {!captures && error ? <FaultNotice fault={error} retry={refetch} /> : null}
      {captures?.length === 0 ? <FirstSteps /> : null}
      <ul className={classes.grid}>
        {captures?.map((capture) => (
          <li key={capture.id}>
            <CaptureTile capture={capture} />
          </li>
        ))}
        {!captures && !error ? (
          <Placeholders
            count={tiles}
            each={(key) => (
              <li key={key}>
                <Skeleton height={196} radius="sm" />
              </li>
            )}
          />
        ) : null}
      </ul>
    </Panel>
  );
}

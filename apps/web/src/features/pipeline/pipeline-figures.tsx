'use client';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { percent } from '../../lib/percent.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import classes from './pipeline-figures.module.css';
import { pipelineQuery } from './read-pipeline.ts';

/** Shows the four key figures, each with a link to what it counts. */
export function PipelineFigures() {
  const { data, error, refetch } = useQuery(pipelineQuery);
  if (error && !data) return <FaultNotice fault={error} retry={refetch} />;
  const figures = [
    {
      name: 'Scored in the last hour',
      value: data?.scoredLastHour.toLocaleString('en'),
      href: '/captures?state=SCORED',
    },
    { name: 'Median score', value: data && percent(data.medianScore), href: '/captures?state=SCORED' },
    {
      name: 'Waiting in the drift queue',
      value: data?.driftOpen.toLocaleString('en'),
      href: '/drift',
      tone: data?.driftOpen ? 'moved' : undefined,
    },
    {
      name: 'Open dead letters',
      value: data?.deadLettersOpen.toLocaleString('en'),
      href: '/dead-letters',
      tone: data?.deadLettersOpen ? 'bad' : undefined,
    },
  ];
  return (
    <ul className={classes.figures} aria-label="Key figures">
      {figures.map(({ name, value, href, tone }) => (
        <li key={name}>
          <Link href={href} className={classes.figure} data-tone={tone}>
            <span>{name}</span>
            <b>{value ?? '…'}</b>
          </Link>
        </li>
      ))}
    </ul>
  );
}

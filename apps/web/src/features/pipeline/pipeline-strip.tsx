'use client';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { captureStateLabels, captureStates } from '../../labels/capture-state-labels.ts';
import { captureStateStyles } from '../../ui/state-style.ts';
import classes from './pipeline-strip.module.css';
import { pipelineQuery } from './read-pipeline.ts';

/** Shows counts of captures by state, each with a link to its captures. */
export function PipelineStrip() {
  const { data } = useQuery(pipelineQuery);
  const counts = new Map(data?.states.map(({ state, count }) => [state, count]));
  return (
    <ul className={classes.strip} aria-label="Captures by state">
      {captureStates.map((state) => {
        const { tone, icon: StateIcon } = captureStateStyles[state];
        const { label, meaning } = captureStateLabels[state];
        const count = counts.get(state) ?? 0;
        return (
          <li key={state}>
            <Link
              className={classes.link}
              data-tone={tone}
              data-none={count === 0}
              href={`/captures?state=${state}`}
              title={`${label}: ${meaning}`}
              prefetch={false}
            >
              <StateIcon size={15} stroke={1.8} aria-hidden />
              <b>{data ? count.toLocaleString('en') : '…'}</b>
              <span>{label}</span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

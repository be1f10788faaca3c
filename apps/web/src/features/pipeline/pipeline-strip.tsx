'use client';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { captureStates, stateWords } from '../../lib/words/state-words.ts';
import { stateLook } from '../../ui/state-look.ts';
import classes from './pipeline-strip.module.css';
import { pipelineQuery } from './read-pipeline.ts';

/** Counts of captures by state, each a link to the captures that it counts. */
export function PipelineStrip() {
  const { data } = useQuery(pipelineQuery);
  const counts = new Map(data?.states.map(({ state, count }) => [state, count]));
  return (
    <ul className={classes.strip} aria-label="Captures by state">
      {captureStates.map((state) => {
        const { tone, icon: StateIcon } = stateLook[state];
        const { word, meaning } = stateWords[state];
        const count = counts.get(state) ?? 0;
        return (
          <li key={state}>
            <Link
              className={classes.link}
              data-tone={tone}
              data-none={count === 0}
              href={`/captures?state=${state}`}
              title={`${word}: ${meaning}`}
              prefetch={false}
            >
              <StateIcon size={15} stroke={1.8} aria-hidden />
              <b>{data ? count.toLocaleString('en') : '…'}</b>
              <span>{word}</span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

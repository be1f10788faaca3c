'use client';
import { Tooltip } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ago } from '../../lib/time.ts';
import { useNow } from '../../lib/use-now.ts';
import classes from './live-indicator.module.css';
import { pipelineQuery } from './read-pipeline.ts';

/** Three missed answers of the three-second poll: after them the screen is no longer live. */
const staleAfterMs = 10_000;

/** Shows whether the screen is up to date. */
export function LiveIndicator() {
  const { dataUpdatedAt, isError } = useQuery(pipelineQuery);
  const now = useNow(1_000);
  const stale = isError || (dataUpdatedAt > 0 && now - dataUpdatedAt > staleAfterMs);
  const since = dataUpdatedAt > 0 ? ago(new Date(dataUpdatedAt).toISOString(), now) : 'not yet';
  return (
    <Tooltip
      label={
        stale
          ? `No answer from the server. Last refreshed: ${since}.`
          : `Refreshes by itself. Last: ${since}.`
      }
    >
      <span className={classes.live} role="status" data-stale={stale}>
        <span className={classes.dot} aria-hidden />
        {stale ? 'Not live' : 'Live'}
      </span>
    </Tooltip>
  );
}

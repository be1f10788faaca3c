'use client';
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './show-more.module.css';

interface ShowMoreProps {
  loading: boolean;
  show: () => unknown;
  /** A line separates it from the list in the same panel. */
  inPanel?: boolean;
  /** How many of how many are shown. */
  children?: ReactNode;
}

/** Shows the end of a list that has further pages. */
export function ShowMore({ loading, show, inPanel = false, children }: ShowMoreProps) {
  return (
    <div className={classes.more} data-in-panel={inPanel || undefined}>
      <Button variant="default" loading={loading} onClick={() => show()}>
        Show more
      </Button>
      {children ? <span>{children}</span> : null}
    </div>
  );
}

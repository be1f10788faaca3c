'use client';
import { Anchor } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import classes from './stale-notice.module.css';

/** Shows that the data is old because the last refresh failed. */
export function StaleNotice({ retry }: { retry: () => void }) {
  return (
    <div className={classes.bar} data-tone="short" role="status">
      <IconAlertTriangle size={16} aria-hidden />
      <span>The last refresh failed; what you see may be out of date.</span>
      <Anchor component="button" type="button" onClick={retry} inherit underline="always" c="inherit">
        Try again
      </Anchor>
    </div>
  );
}

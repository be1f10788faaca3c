'use client';
import { useQuery } from '@tanstack/react-query';
import { openAlertCountQuery } from './count-open-alerts.ts';
import classes from './open-alert-count.module.css';

/** Two digits fit beside an icon; above that the exact number is on the screen itself. */
const mostShown = 99;

/** The number of open alerts, beside their link in the navigation; nothing while there are none. */
export function OpenAlertCount() {
  const { data: count = 0 } = useQuery(openAlertCountQuery);
  if (count === 0) return null;
  return (
    <>
      {count > mostShown ? `${mostShown}+` : count}
      <span className={classes.spoken}> open</span>
    </>
  );
}

'use client';
import { useQuery } from '@tanstack/react-query';
import { openAlertCountQuery } from './count-open-alerts.ts';
import classes from './open-alert-count.module.css';

/** Two digits fit beside an icon; the screen itself shows the exact number. */
const maxShown = 99;

/** Shows the number of open alerts beside their link in the navigation; nothing while there are none. */
export function OpenAlertCount() {
  const { data: count = 0 } = useQuery(openAlertCountQuery);
  if (count === 0) return null;
  return (
    <>
      {count > maxShown ? `${maxShown}+` : count}
      <span className={classes.spoken}> open</span>
    </>
  );
}

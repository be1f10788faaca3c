import type { ReactNode } from 'react';
import classes from './page-title.module.css';

/** Shows the heading of a screen, its description in one line, and the actions on all of it. */
export function PageTitle({
  title,
  about,
  actions,
}: {
  title: ReactNode;
  about?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className={classes.row}>
      <div>
        <h1>{title}</h1>
        {about ? <p>{about}</p> : null}
      </div>
      {actions}
    </div>
  );
}

import type { ReactNode } from 'react';
import classes from './page-title.module.css';

/** The heading of a screen, what it says in one line, and what can be done with all of it. */
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

import type { ReactNode } from 'react';
import classes from './facts.module.css';

/** Lists names and values, such as "Tier" and "Tier 3, heuristic". */
export function Facts({ facts }: { facts: [name: string, value: ReactNode][] }) {
  return (
    <dl className={classes.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

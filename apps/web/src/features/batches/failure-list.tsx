import Link from 'next/link';
import classes from './batch-screen.module.css';
import { ItemStateTag } from './item-state-tag.tsx';
import type { BatchFailure } from './read-batch.ts';

/** Why captures did not end well, each with a link to those it is about. */
export function FailureList({ batchId, failures }: { batchId: string; failures: readonly BatchFailure[] }) {
  return (
    <ul className={classes.failures}>
      {failures.map(({ state, code, message, count }) => (
        <li key={`${state} ${code}`}>
          <ItemStateTag state={state} />
          <span className={classes.why}>
            {message} <code>{code}</code>
          </span>
          <Link
            href={`/batches/${encodeURIComponent(batchId)}?state=${state}&failure=${encodeURIComponent(code)}#captures`}
            prefetch={false}
          >
            {count.toLocaleString('en')} {count === 1 ? 'capture' : 'captures'}
          </Link>
        </li>
      ))}
    </ul>
  );
}

import Link from 'next/link';
import classes from './batch-screen.module.css';
import { ItemStateTag } from './item-state-tag.tsx';
import type { BatchFailure } from './read-batch.ts';

/** Lists why captures failed, were skipped or were not published, each reason with a link to its captures. */
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

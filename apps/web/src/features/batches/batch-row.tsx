import Link from 'next/link';
import { reprocessModeLabels, versionChoiceLabels } from '../../labels/batch-labels.ts';
import { batchScopeLabel } from '../../labels/batch-scope-labels.ts';
import type { BatchSummary } from '../../lib/batches/batch-summary.ts';
import { ownTimeZone } from '../../lib/own-time-zone.ts';
import { BatchStateTag } from '../../ui/batch-state-tag.tsx';
import { Age } from '../../ui/moment.tsx';
import classes from './batch-list.module.css';
import { BatchProgress } from './batch-progress.tsx';

/** Shows one batch of a list: its mode, reason, author and progress. */
export function BatchRow({ batch }: { batch: BatchSummary }) {
  const { id, state, mode, version, versionChoice, reason, createdBy, createdAt } = batch;
  const timeZone = ownTimeZone();
  const { label } = reprocessModeLabels[mode];
  const against = version
    ? `against ${version.label}`
    : `against ${versionChoiceLabels[versionChoice].label.toLowerCase()}`;
  return (
    <article className={classes.row} aria-label={`${label}: ${reason}`}>
      <div>
        <BatchStateTag state={state} />
      </div>
      <div className={classes.what}>
        <p>
          <Link
            className={classes.title}
            href={`/batches/${encodeURIComponent(id)}`}
            prefetch={false}
            data-walk
          >
            {label}: {reason}
          </Link>
        </p>
        <p className={classes.dim}>
          {batchScopeLabel(batch, timeZone)}, {against}
        </p>
        <p className={classes.dim}>
          {createdBy}, <Age at={createdAt} timeZone={timeZone} />
        </p>
      </div>
      <BatchProgress batch={batch} />
    </article>
  );
}

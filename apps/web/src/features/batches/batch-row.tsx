import Link from 'next/link';
import { reprocessModeWords, versionChoiceWords } from '../../lib/words/batch-words.ts';
import { Age } from '../../ui/moment.tsx';
import { ownTimeZone } from '../inference/own-time-zone.ts';
import type { BatchGlance } from './batch-glance.ts';
import classes from './batch-list.module.css';
import { BatchProgress } from './batch-progress.tsx';
import { BatchStateTag } from './batch-state-tag.tsx';
import { scopeInWords } from './scope-words.ts';

/** One batch of a list: what it does, why, for whom, and how far it is. */
export function BatchRow({ batch }: { batch: BatchGlance }) {
  const { id, state, mode, version, versionChoice, reason, createdBy, createdAt } = batch;
  const timeZone = ownTimeZone();
  const { word } = reprocessModeWords[mode];
  const against = version
    ? `against ${version.label}`
    : `against ${versionChoiceWords[versionChoice].word.toLowerCase()}`;
  return (
    <article className={classes.row} aria-label={`${word}: ${reason}`}>
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
            {word}: {reason}
          </Link>
        </p>
        <p className={classes.dim}>
          {scopeInWords(batch, timeZone)}, {against}
        </p>
        <p className={classes.dim}>
          {createdBy}, <Age at={createdAt} timeZone={timeZone} />
        </p>
      </div>
      <BatchProgress batch={batch} />
    </article>
  );
}

import type { ReprocessAct } from '../../generated/graphql.ts';
import { captures } from '../../labels/counts.ts';
import type { WatchedBatch } from './read-batch.ts';

export const batchActionLabels: Record<ReprocessAct, string> = {
  PAUSE: 'Pause',
  RESUME: 'Resume',
  CANCEL: 'Cancel the batch',
  RETRY_FAILED: 'Retry failed',
  PUBLISH: 'Publish',
  ROLL_BACK: 'Roll back',
};

/** Counts the captures of a batch in these states. */
export const countOf = (
  { progress }: Pick<WatchedBatch, 'progress'>,
  ...states: WatchedBatch['progress']['counts'][number]['state'][]
): number => progress.counts.reduce((sum, { state, count }) => sum + (states.includes(state) ? count : 0), 0);

type Steered = Pick<WatchedBatch, 'state' | 'mode' | 'publishesAtOnce' | 'progress'>;

/** Returns the consequence of an action, shown before it is done; null for actions that can be undone at once. */
export function consequenceOf(act: ReprocessAct, batch: Steered): string | null {
  switch (act) {
    case 'PUBLISH':
      return `The new score becomes the current one of ${captures(countOf(batch, 'DONE'))}: lists, series and exports show it from then on. Where another score became current meanwhile, that one stays. The batch can be rolled back.`;
    case 'ROLL_BACK':
      return `The earlier score becomes the current one of ${captures(countOf(batch, 'PUBLISHED'))} again, except where it was changed since. The scores of the batch stay in the history. This batch cannot be published again.`;
    case 'CANCEL':
      return consequenceOfCancel(batch);
    case 'PAUSE':
    case 'RESUME':
    case 'RETRY_FAILED':
      return null;
  }
}

function consequenceOfCancel(batch: Steered): string {
  const done = countOf(batch, 'DONE');
  const left = countOf(batch, 'WAITING');
  const final = 'A cancelled batch cannot be resumed.';
  if (batch.state === 'DONE')
    return `The scores of ${captures(done)} stay as they are; the new ones never count. ${final}`;
  const undone = `Waiting captures stay unchanged: ${captures(left)}.`;
  if (batch.mode === 'RELEASE')
    return `${undone} They stay in the drift queue; captures that have left it are scored. ${final}`;
  if (batch.publishesAtOnce)
    return `${undone} New scores of ${captures(countOf(batch, 'PUBLISHED'))} stay the current ones, until the batch is rolled back. ${final}`;
  return `${undone} The new scores of ${captures(done)} never count. ${final}`;
}

import type { ReprocessAct } from '../../generated/graphql.ts';
import type { WatchedBatch } from './read-batch.ts';
import { captures } from './scope-words.ts';

export const actWords: Record<ReprocessAct, string> = {
  PAUSE: 'Pause',
  RESUME: 'Resume',
  CANCEL: 'Cancel the batch',
  RETRY_FAILED: 'Retry failed',
  PUBLISH: 'Publish',
  ROLL_BACK: 'Roll back',
};

/** How many captures of a batch stand so. */
export const countOf = (
  { progress }: Pick<WatchedBatch, 'progress'>,
  ...states: WatchedBatch['progress']['counts'][number]['state'][]
): number => progress.counts.reduce((sum, { state, count }) => sum + (states.includes(state) ? count : 0), 0);

type Steered = Pick<WatchedBatch, 'state' | 'mode' | 'publishesAtOnce' | 'progress'>;

/** What an act does, said before it is done; null for those that can be taken back at once. */
export function consequenceOf(act: ReprocessAct, batch: Steered): string | null {
  switch (act) {
    case 'PUBLISH':
      return `The new score becomes the current one of ${captures(countOf(batch, 'DONE'))}: lists, series and exports show it from then on. Where another score became current meanwhile, that one stays. The batch can be rolled back.`;
    case 'ROLL_BACK':
      return `The earlier score becomes the current one of ${captures(countOf(batch, 'PUBLISHED'))} again, except where it was changed since. The scores of the batch stay on record. This batch cannot be published again.`;
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
  const undone = `What waits for its turn stays as it is: ${captures(left)}.`;
  if (batch.mode === 'RELEASE')
    return `${undone} That stays in the drift queue; what has left it is scored. ${final}`;
  if (batch.publishesAtOnce)
    return `${undone} New scores of ${captures(countOf(batch, 'PUBLISHED'))} stay the current ones, until somebody rolls the batch back. ${final}`;
  return `${undone} The new scores of ${captures(done)} never count. ${final}`;
}

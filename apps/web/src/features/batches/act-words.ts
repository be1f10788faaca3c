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
      return `${captures(countOf(batch, 'DONE'))} get their new score as the current one: lists, series and exports show it from then on. Where another score became current meanwhile, that one stays. The batch can be rolled back.`;
    case 'ROLL_BACK':
      return `${captures(countOf(batch, 'PUBLISHED'))} get their earlier score back as the current one, except where it was changed again since. The scores of the batch stay on record. This batch cannot be published again.`;
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
    return `${captures(done)} keep the scores they have; the new ones never count. ${final}`;
  const undone = `${captures(left)} that wait for their turn stay as they are.`;
  if (batch.mode === 'RELEASE')
    return `${undone} They wait in the drift queue on; those that left it are scored. ${final}`;
  if (batch.publishesAtOnce)
    return `${undone} New scores of ${captures(countOf(batch, 'PUBLISHED'))} stay the current ones, until somebody rolls the batch back. ${final}`;
  return `${undone} The new scores of ${captures(done)} never count. ${final}`;
}

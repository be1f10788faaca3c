import { deadLetterReasons } from '@gondola/db';
import type { ApiTools } from '../context.ts';
import { captureSubmitOutcomes } from './capture-submit-outcomes.ts';

/** Begins every series that intake can count at zero: a series that appears with its first count is no increase. */
export function countersAtZero({ captures, deadLetters }: ApiTools['metrics']): void {
  for (const outcome of captureSubmitOutcomes) captures.add(0, { outcome });
  for (const reason of deadLetterReasons) deadLetters.add(0, { stage: 'intake', reason });
}

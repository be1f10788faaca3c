import type { Database } from '@gondola/db';
import { reviewNextDay } from '../deviations/review-day.ts';
import { reviewLatest } from '../deviations/review-latest.ts';

export interface DeviationRound {
  /** The number of judged days. */
  days: number;
  opened: number;
  ended: number;
}

/**
 * Runs one periodic review of levels against their baselines: every day that is over, then the latest captures. Which days
 * are reviewed is in the database, so that any worker goes on where another stopped.
 */
export async function reviewDeviations(db: Database, signal?: AbortSignal): Promise<DeviationRound> {
  const round: DeviationRound = { days: 0, opened: 0, ended: 0 };
  while (!signal?.aborted) {
    const reviewed = await reviewNextDay(db);
    // The latest captures need the same lock: taken now, it would make the other worker leave days for its next round.
    if (reviewed === 'ANOTHER_WORKER') return round;
    if (reviewed === 'NOTHING_DUE') break;
    if (reviewed.isJudged) round.days += 1;
    round.opened += reviewed.opened;
    round.ended += reviewed.ended;
  }
  round.opened += (await reviewLatest(db)) ?? 0;
  return round;
}

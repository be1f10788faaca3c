import type { AttemptOutcome } from '../../../generated/graphql.ts';
import { type AttemptEnding, attemptOutcomeLabels } from '../../../labels/attempt-outcome-labels.ts';
import type { BreakerMinute } from './read-breaker-minutes.ts';

/** Attempts within one bucket, by outcome. */
export interface CallColumn {
  from: string;
  counts: Record<AttemptEnding, number>;
}

type CountField = {
  [Field in keyof BreakerMinute]: BreakerMinute[Field] extends number ? Field : never;
}[keyof BreakerMinute];

const fieldOf: Record<AttemptOutcome, CountField> = {
  OK: 'ok',
  PERMANENT_INPUT: 'permanentInput',
  POOR_ANSWER: 'poorAnswer',
  TRANSIENT: 'transient',
  THROTTLED: 'throttled',
  CONFIGURATION: 'configuration',
  NOT_READY: 'notReady',
  ABORTED: 'aborted',
  DEADLINE: 'deadline',
  BREAKER_OPEN: 'refused',
};
const outcomes = Object.keys(attemptOutcomeLabels) as AttemptOutcome[];

/** Returns one column per bucket from `from` to `to`, including buckets without an attempt. */
export function callColumns(
  minutes: readonly BreakerMinute[],
  { from, to, bucketMinutes }: { from: string; to: string; bucketMinutes: number },
): CallColumn[] {
  const start = Date.parse(from);
  const bucketMs = bucketMinutes * 60_000;
  const columns = Array.from(
    { length: Math.ceil((Date.parse(to) - start) / bucketMs) },
    (_, at): CallColumn => ({
      from: new Date(start + at * bucketMs).toISOString(),
      counts: { answered: 0, failed: 0, notCalled: 0 },
    }),
  );
  for (const minute of minutes) {
    const column = columns[Math.floor((Date.parse(minute.minute) - start) / bucketMs)];
    if (!column) continue;
    for (const outcome of outcomes)
      column.counts[attemptOutcomeLabels[outcome].ending] += minute[fieldOf[outcome]];
  }
  return columns;
}

/** Returns how often each outcome occurred, without zeros, the most frequent first. */
export const countOutcomes = (
  minutes: readonly BreakerMinute[],
): { outcome: AttemptOutcome; count: number }[] =>
  outcomes
    .map((outcome) => ({
      outcome,
      count: minutes.reduce((sum, minute) => sum + minute[fieldOf[outcome]], 0),
    }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);

import type { AttemptOutcome } from '../../generated/graphql.ts';
import { type AttemptEnding, attemptOutcomeWords } from '../../lib/words/attempt-outcome-words.ts';
import type { BreakerMinute } from './read-breaker-minutes.ts';

/** Attempts of one stretch of time, by how they ended. */
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
const outcomes = Object.keys(attemptOutcomeWords) as AttemptOutcome[];

/** One column a bucket from `from` up to `to`, those without an attempt included. */
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
      column.counts[attemptOutcomeWords[outcome].ending] += minute[fieldOf[outcome]];
  }
  return columns;
}

/** How often each outcome occurred; only those that did, the most frequent first. */
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

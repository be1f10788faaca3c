import type { BreakerEvent } from '../breaker-event.ts';
import { type BreakerRow, freshBreaker } from '../breaker-row.ts';
import { type BreakerPolicy, defaultBreakerPolicy } from '../policy.ts';
import { mayProbe, react } from '../react.ts';
import type { RecordedTransition } from './episode.ts';

export interface ScriptedOutage {
  /** Milliseconds of the clock that transitions are recorded with. */
  at: number;
  seconds: number;
}

export interface LivedThrough {
  row: BreakerRow;
  record: (RecordedTransition & { generation: number })[];
}

/** What the real breaker records when a provider is away at these times and a capture comes every second. */
export function liveThrough(
  outages: readonly ScriptedOutage[],
  policy: BreakerPolicy = defaultBreakerPolicy,
): LivedThrough {
  let row = freshBreaker;
  const record: LivedThrough['record'] = [];
  const happens = (event: BreakerEvent, now: number) => {
    const reaction = react(row, event, policy, { now, random: 0.5 });
    row = reaction.row;
    if (reaction.transition) record.push({ ...reaction.transition, at: now });
  };
  for (const { at, seconds } of outages) {
    const isDown = (now: number) => now < at + seconds * 1000;
    for (let now = at; isDown(now) || row.state !== 'CLOSED'; now += 1000) {
      const ending = isDown(now)
        ? ({ kind: 'TRANSIENT', message: '503', retryAfterMs: null } as const)
        : ({ kind: 'OK' } as const);
      if (row.state === 'CLOSED' && ending.kind !== 'OK')
        happens({ kind: 'failure', generation: row.generation, calls: 1, ending }, now);
      else if (mayProbe(row, now)) {
        happens({ kind: 'claim', owner: 'w' }, now);
        happens({ kind: 'probeEnded', generation: row.generation, ending }, now + 200);
      }
    }
  }
  return { row, record };
}

const hourMs = 3_600_000;
/** Outages two hours apart, so that none is a relapse of the one before. */
export const outagesOf = (start: number, seconds: readonly number[]): ScriptedOutage[] =>
  seconds.map((each, i) => ({ at: start + i * 2 * hourMs, seconds: each }));

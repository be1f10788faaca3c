import type { BreakerEvent } from '../model/breaker-event.ts';
import { type BreakerPolicy, defaultBreakerPolicy } from '../model/breaker-policy.ts';
import { type BreakerRow, freshBreaker } from '../model/breaker-state.ts';
import { applyBreakerEvent } from '../model/breaker-transition.ts';
import { mayProbe } from '../model/may-probe.ts';
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

/** Returns the record of the real breaker for a provider with these outages and one capture per second. */
export function liveThrough(
  outages: readonly ScriptedOutage[],
  policy: BreakerPolicy = defaultBreakerPolicy,
): LivedThrough {
  let row = freshBreaker;
  const record: LivedThrough['record'] = [];
  const happens = (event: BreakerEvent, now: number) => {
    const reaction = applyBreakerEvent(row, event, policy, { now, random: 0.5 });
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

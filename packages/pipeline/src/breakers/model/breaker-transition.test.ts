import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BreakerEvent, CallEnding } from './breaker-event.ts';
import { defaultBreakerPolicy as policy, waitSeconds } from './breaker-policy.ts';
import { type BreakerRow, freshBreaker } from './breaker-state.ts';
import { applyBreakerEvent } from './breaker-transition.ts';

const failed = (
  kind: 'TRANSIENT' | 'THROTTLED' | 'CONFIGURATION' | 'NOT_READY' | 'PERMANENT_INPUT' | 'ABORTED',
  retryAfterMs: number | null = null,
) => ({ kind, message: 'as planted', retryAfterMs }) as const;
const failure = (row: BreakerRow, ending: Exclude<CallEnding, { kind: 'OK' }>, calls = 1): BreakerEvent => ({
  kind: 'failure',
  generation: row.generation,
  calls,
  ending,
});

/** Applies events one after the other, a second apart by default. */
function after(
  events: ((row: BreakerRow) => BreakerEvent)[],
  start: { row: BreakerRow; now: number } = { row: freshBreaker, now: 1_000_000 },
  stepMs = 1000,
) {
  let { row, now } = start;
  for (const event of events) {
    now += stepMs;
    row = applyBreakerEvent(row, event(row), policy, { now, random: 0.5 }).row;
  }
  return { row, now };
}
const fails = (row: BreakerRow) => failure(row, failed('TRANSIENT'));
const opened = () => after([fails, fails, fails, fails, fails]);
const claim = (): BreakerEvent => ({ kind: 'claim', owner: 'a' });
const probeEnds =
  (ending: CallEnding) =>
  (row: BreakerRow): BreakerEvent => ({ kind: 'probeEnded', generation: row.generation, ending });

test('the breaker opens after five failures, not four', () => {
  expect(after([fails, fails, fails, fails]).row.state).toBe('CLOSED');
  expect(opened().row).toMatchObject({ state: 'OPEN', generation: 1, reopenCount: 1 });
});

test('a low failure rate does not open the breaker', () => {
  const rare = (row: BreakerRow) => failure(row, failed('TRANSIENT'), 20);
  expect(after([rare, rare, rare, rare, rare, rare]).row.state).toBe('CLOSED');
});

test('failures further apart than the window do not add up', () => {
  const slow = after(Array(9).fill(fails), undefined, (policy.windowSeconds + 1) * 1000);
  expect(slow.row).toMatchObject({ state: 'CLOSED', failures: 1 });
});

test.each([['CONFIGURATION'], ['NOT_READY']] as const)('%s opens the breaker at once', (kind) => {
  expect(after([(row) => failure(row, failed(kind))]).row.state).toBe('OPEN');
});

test('a Retry-After opens the breaker at once, for at least as long', () => {
  const { row, now } = after([(r) => failure(r, failed('THROTTLED', 90_000))]);
  expect(row).toMatchObject({ state: 'OPEN', retryAt: now + 90_000 });
});

test('a call in flight at the opening can postpone the probe by its Retry-After', () => {
  const { row, now } = after([(r) => failure(r, failed('THROTTLED', 90_000))]);
  const late = (retryAfterMs: number | null): BreakerEvent => ({
    kind: 'failure',
    generation: 0,
    calls: 1,
    ending: failed('THROTTLED', retryAfterMs),
  });
  const postponed = applyBreakerEvent(row, late(90_000), policy, { now: now + 500, random: 0 });
  expect(postponed).toMatchObject({ transition: null, row: { retryAt: now + 90_500, generation: 1 } });
  expect(applyBreakerEvent(row, late(10_000), policy, { now: now + 500, random: 0 }).row).toBe(row);
  expect(applyBreakerEvent(row, late(null), policy, { now: now + 500, random: 0 }).row).toBe(row);
});

test.each([['PERMANENT_INPUT'], ['ABORTED']] as const)('%s is no evidence about the provider', (kind) => {
  const neutral = (row: BreakerRow) => failure(row, failed(kind));
  expect(after([neutral, neutral, neutral, neutral, neutral, neutral]).row).toEqual(freshBreaker);
});

test('a 429 without Retry-After halves the rate, which then recovers until it is unlimited', () => {
  const { row, now } = after([(r) => failure(r, failed('THROTTLED'), 8)]);
  expect(row).toMatchObject({ state: 'CLOSED', ratePerSecond: 1, tokens: 0 });
  const take: BreakerEvent = { kind: 'take', generation: row.generation };
  const soon = applyBreakerEvent(row, take, policy, { now: now + 100, random: 0 });
  expect(soon.granted).toBe(false);
  expect(applyBreakerEvent(row, take, policy, { now: now + 1500, random: 0 }).granted).toBe(true);
  const later = applyBreakerEvent(row, take, policy, { now: now + 600_000, random: 0 });
  expect(later).toMatchObject({ granted: true, row: { ratePerSecond: null } });
});

test('no worker probes before the time; then one does, and no second while the lease lasts', () => {
  const { row, now } = opened();
  expect(applyBreakerEvent(row, claim(), policy, { now: now + 4000, random: 0 }).granted).toBe(false);
  const first = applyBreakerEvent(row, claim(), policy, { now: now + 5000, random: 0 });
  expect(first).toMatchObject({ granted: true, row: { state: 'HALF_OPEN', probeOwner: 'a', generation: 2 } });
  expect(applyBreakerEvent(first.row, claim(), policy, { now: now + 6000, random: 0 }).granted).toBe(false);
  const lapsed = applyBreakerEvent(first.row, claim(), policy, { now: now + 5000 + 15_000, random: 0 });
  expect(lapsed).toMatchObject({ granted: true, transition: { reason: 'PROBE_LEASE_LAPSED' } });
});

test('the breaker closes after two successful probes, not one', () => {
  const one = after([claim, probeEnds({ kind: 'OK' })], opened(), 6000);
  expect(one.row).toMatchObject({ state: 'HALF_OPEN', probeSuccesses: 1 });
  const two = after([claim, probeEnds({ kind: 'OK' }), claim, probeEnds({ kind: 'OK' })], opened(), 6000);
  expect(two.row).toMatchObject({ state: 'CLOSED', failures: 0, retryAt: null, probeOwner: null });
});

test('each failed probe doubles the wait up to the cap', () => {
  const waits = [1, 2, 3, 4, 5, 6].map((reopenCount) => waitSeconds(policy, reopenCount, 0.5));
  expect(waits).toEqual([5, 10, 20, 40, 60, 60]);
  const again = after([claim, probeEnds(failed('TRANSIENT'))], opened(), 6000);
  expect(again.row).toMatchObject({ state: 'OPEN', reopenCount: 2, retryAt: again.now + 10_000 });
});

test('after a stopped prober the next worker probes', () => {
  const { row, now } = after([claim, probeEnds(failed('ABORTED'))], opened(), 6000);
  expect(row.state).toBe('HALF_OPEN');
  expect(applyBreakerEvent(row, claim(), policy, { now, random: 0 })).toMatchObject({
    granted: true,
    transition: { reason: 'NEXT_PROBE' },
  });
});

test('a relapse soon after closing needs fewer failures and waits longer', () => {
  const closed = after([claim, probeEnds({ kind: 'OK' }), claim, probeEnds({ kind: 'OK' })], opened(), 6000);
  let { row } = closed;
  for (let i = 1; i <= 3; i++)
    row = applyBreakerEvent(row, fails(row), policy, { now: closed.now + i * 1000, random: 0.5 }).row;
  expect(row).toMatchObject({ state: 'OPEN', reopenCount: 2 });
});

test('an isolated breaker ignores all events until it is restored; then a probe decides', () => {
  const isolate: BreakerEvent = { kind: 'isolate', actor: 'p', reason: 'maintenance' };
  const isolated = after([() => isolate]);
  expect(isolated.row).toMatchObject({ state: 'ISOLATED', generation: 1 });
  expect(after([claim, fails, () => isolate], isolated, 100_000).row).toEqual(isolated.row);
  const restored = after([() => ({ kind: 'restore', actor: 'p', reason: 'done' })], isolated);
  expect(applyBreakerEvent(restored.row, claim(), policy, { now: restored.now, random: 0 }).granted).toBe(
    true,
  );
});

test('in any sequence of events, results of another generation change nothing, and every change is one transition', () => {
  const ending = fc.constantFrom<CallEnding>(
    { kind: 'OK' },
    failed('TRANSIENT'),
    failed('THROTTLED'),
    failed('THROTTLED', 30_000),
    failed('NOT_READY'),
    failed('PERMANENT_INPUT'),
    failed('ABORTED'),
  );
  const step = fc.record({
    what: fc.constantFrom('claim', 'failure', 'probeEnded', 'take', 'isolate', 'restore'),
    ending,
    lag: fc.integer({ min: 0, max: 2 }),
    calls: fc.integer({ min: 1, max: 20 }),
    waitMs: fc.integer({ min: 0, max: 90_000 }),
    random: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      let row = freshBreaker;
      let now = 0;
      for (const { what, ending: end, lag, calls, waitMs, random } of steps) {
        now += waitMs;
        const generation = row.generation - lag;
        const event = {
          kind: what,
          owner: 'w',
          actor: 'p',
          reason: 'r',
          generation,
          calls,
          ending: end,
        } as BreakerEvent;
        if (what === 'failure' && end.kind === 'OK') continue;
        const { row: next, transition, granted } = applyBreakerEvent(row, event, policy, { now, random });
        const isLate = lag > 0 && (what === 'failure' || what === 'probeEnded' || what === 'take');
        // A call in flight at the opening can postpone the probe, and do nothing else.
        if (isLate && row.state === 'OPEN' && lag === 1 && what === 'failure') {
          expect(next).toEqual({ ...row, retryAt: next.retryAt });
          expect(next.retryAt ?? 0).toBeGreaterThanOrEqual(row.retryAt ?? 0);
        } else if (isLate) expect(next).toBe(row);
        expect(next.generation).toBe(row.generation + (transition ? 1 : 0));
        expect(next.state === row.state || transition !== null).toBe(true);
        if (transition)
          expect(transition).toMatchObject({ from: row.state, to: next.state, generation: next.generation });
        if (what === 'claim' && granted)
          expect(row.state === 'OPEN' ? (row.retryAt ?? 0) : (row.probeLeaseUntil ?? 0)).toBeLessThanOrEqual(
            now,
          );
        if (next.state === 'OPEN') expect(next.retryAt).not.toBeNull();
        // As the table's own check has it.
        if (next.state === 'HALF_OPEN') {
          expect(next.probeOwner).not.toBeNull();
          expect(next.probeLeaseUntil).not.toBeNull();
        }
        row = next;
      }
    }),
    { numRuns: 2000 },
  );
});

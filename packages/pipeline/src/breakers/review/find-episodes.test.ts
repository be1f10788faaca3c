import type { BreakerState } from '@gondola/db';
import { expect, test } from 'vitest';
import type { RecordedTransition } from './episode.ts';
import { findEpisodes } from './find-episodes.ts';
import { liveThrough, outagesOf } from './live-through.testing.ts';

type Line = [
  at: number,
  from: BreakerState,
  to: BreakerState,
  reason?: string,
  facts?: Record<string, unknown>,
];
const recordOf = (...lines: Line[]): RecordedTransition[] =>
  lines.map(([seconds, from, to, reason = 'x', facts = {}]) => ({
    at: seconds * 1000,
    from,
    to,
    reason,
    facts,
  }));
const found = (...lines: Line[]) => findEpisodes(recordOf(...lines));

test('an outage lasts from its opening to its closing; its end lies between the last bad and the first good probe', () => {
  const [episode] = found(
    [0, 'CLOSED', 'OPEN', 'TRANSIENT', { failures: 5, calls: 7, reopenCount: 1 }],
    [5, 'OPEN', 'HALF_OPEN', 'PROBE'],
    [6, 'HALF_OPEN', 'OPEN', 'TRANSIENT', { reopenCount: 2 }],
    [16, 'OPEN', 'HALF_OPEN', 'PROBE'],
    [18, 'HALF_OPEN', 'HALF_OPEN', 'NEXT_PROBE'],
    [19, 'HALF_OPEN', 'CLOSED', 'PROBES_SUCCEEDED', { probeSuccesses: 2 }],
  );
  expect(episode).toEqual({
    openedAt: 0,
    closedAt: 19_000,
    lastFailedAt: 6_000,
    recoveredAt: 16_000,
    probes: 3,
    failedProbes: 1,
    relapses: 0,
    failuresToOpen: 5,
    callsToOpen: 7,
    retryAfterSeconds: null,
    byPerson: false,
  });
});

test('a reopening during the ramp belongs to the same outage, and an outage without an end continues', () => {
  const episodes = found(
    [0, 'CLOSED', 'OPEN', 'TRANSIENT', { reopenCount: 1, retryAfterMs: 4000 }],
    [5, 'OPEN', 'HALF_OPEN', 'PROBE'],
    [6, 'HALF_OPEN', 'CLOSED', 'PROBES_SUCCEEDED', { probeSuccesses: 1 }],
    [9, 'CLOSED', 'OPEN', 'TRANSIENT', { reopenCount: 2, retryAfterMs: 9000 }],
    [20, 'OPEN', 'HALF_OPEN', 'PROBE'],
    [21, 'HALF_OPEN', 'CLOSED', 'PROBES_SUCCEEDED', { probeSuccesses: 1 }],
    [900, 'CLOSED', 'OPEN', 'TRANSIENT', { reopenCount: 1 }],
    [905, 'OPEN', 'HALF_OPEN', 'PROBE'],
  );
  expect(episodes).toMatchObject([
    {
      openedAt: 0,
      closedAt: 21_000,
      lastFailedAt: 9_000,
      recoveredAt: 20_000,
      relapses: 1,
      retryAfterSeconds: 9,
    },
    { openedAt: 900_000, closedAt: null, recoveredAt: null, lastFailedAt: 900_000, probes: 1 },
  ]);
});

test('a prober that died, or was stopped, does not make the recovery earlier than it is known to be', () => {
  const [lapsed] = found(
    [0, 'CLOSED', 'OPEN'],
    [5, 'OPEN', 'HALF_OPEN', 'PROBE'],
    [20, 'HALF_OPEN', 'HALF_OPEN', 'PROBE_LEASE_LAPSED'],
    [22, 'HALF_OPEN', 'HALF_OPEN', 'NEXT_PROBE'],
    [23, 'HALF_OPEN', 'CLOSED', 'PROBES_SUCCEEDED', { probeSuccesses: 2 }],
  );
  expect(lapsed?.recoveredAt).toBe(20_000);
  const [stopped] = found(
    [0, 'CLOSED', 'OPEN'],
    [5, 'OPEN', 'HALF_OPEN', 'PROBE'],
    [8, 'HALF_OPEN', 'HALF_OPEN', 'NEXT_PROBE'],
    [9, 'HALF_OPEN', 'CLOSED', 'PROBES_SUCCEEDED', { probeSuccesses: 1 }],
  );
  expect(stopped?.recoveredAt).toBe(8_000);
});

test('an episode that a person isolated or restored is marked, and an outage that began before the record is skipped', () => {
  expect(
    found(
      [0, 'HALF_OPEN', 'CLOSED'],
      [10, 'CLOSED', 'ISOLATED', 'maintenance'],
      [90, 'ISOLATED', 'OPEN', 'done'],
      [91, 'OPEN', 'HALF_OPEN', 'PROBE'],
      [92, 'HALF_OPEN', 'CLOSED', 'PROBES_SUCCEEDED'],
    ),
  ).toMatchObject([{ openedAt: 10_000, closedAt: 92_000, byPerson: true }]);
});

test("for outages of known length, the interval found in the breaker's record contains the true end", () => {
  const outages = outagesOf(Date.UTC(2026, 9, 1), [15, 22, 40, 95, 180, 600, 3600]);
  const episodes = findEpisodes(liveThrough(outages).record);
  expect(episodes).toHaveLength(outages.length);
  for (const [i, { at, seconds }] of outages.entries()) {
    const { lastFailedAt = 0, recoveredAt = null } = episodes[i] ?? {};
    // The last failed answer came up to 200 ms after its probe was sent.
    expect(lastFailedAt - 200).toBeLessThan(at + seconds * 1000);
    expect(recoveredAt ?? 0).toBeGreaterThanOrEqual(at + seconds * 1000);
  }
});

import { expect, test } from 'vitest';
import { callColumns, countOutcomes } from './call-columns.ts';
import type { BreakerMinute } from './read-breaker-minutes.ts';

const minute = (at: string, counts: Partial<BreakerMinute>): BreakerMinute => ({
  minute: `2026-11-01T${at}:00.000Z`,
  ok: 0,
  permanentInput: 0,
  transient: 0,
  throttled: 0,
  configuration: 0,
  notReady: 0,
  poorAnswer: 0,
  aborted: 0,
  deadline: 0,
  refused: 0,
  latencyMsP50: null,
  latencyMsP99: null,
  ...counts,
});

const minutes = [
  minute('10:00', { ok: 2, permanentInput: 1 }),
  minute('10:04', { transient: 3, throttled: 1 }),
  minute('10:12', { refused: 5, deadline: 1 }),
  minute('10:15', { ok: 100 }),
];

test('minutes are grouped into columns by the outcome of their attempts; an empty column is included', () => {
  const columns = callColumns(minutes, {
    from: '2026-11-01T10:00:00.000Z',
    to: '2026-11-01T10:15:00.000Z',
    bucketMinutes: 5,
  });
  expect(columns).toEqual([
    { from: '2026-11-01T10:00:00.000Z', counts: { answered: 3, failed: 4, notCalled: 0 } },
    { from: '2026-11-01T10:05:00.000Z', counts: { answered: 0, failed: 0, notCalled: 0 } },
    { from: '2026-11-01T10:10:00.000Z', counts: { answered: 0, failed: 0, notCalled: 6 } },
  ]);
});

test('outcomes are counted by class, the most frequent first, without zeros', () => {
  expect(countOutcomes(minutes.slice(0, 2))).toEqual([
    { outcome: 'TRANSIENT', count: 3 },
    { outcome: 'OK', count: 2 },
    { outcome: 'PERMANENT_INPUT', count: 1 },
    { outcome: 'THROTTLED', count: 1 },
  ]);
});

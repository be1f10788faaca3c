import { expect, test } from 'vitest';
import { spanOf, windows } from './inference-view.ts';

test('a span ends with the current bucket, and its edges stay until the next bucket', () => {
  const at = (time: string) => Date.parse(`2026-11-01T${time}Z`);
  const span = { from: '2026-11-01T09:00:00.000Z', to: '2026-11-01T10:00:00.000Z' };
  expect(spanOf(at('09:58:00'), 60, 2)).toEqual(span);
  expect(spanOf(at('09:59:59.999'), 60, 2)).toEqual(span);
  expect(spanOf(at('10:00:00'), 60, 2).to).toBe('2026-11-01T10:02:00.000Z');
});

test('every window consists of whole buckets, and calls are shown for a day at most', () => {
  for (const { minutes, fallbackBucketMinutes, callMinutes, callBucketMinutes } of Object.values(windows)) {
    expect(minutes % fallbackBucketMinutes).toBe(0);
    expect(callMinutes % callBucketMinutes).toBe(0);
    expect(callMinutes).toBeLessThanOrEqual(24 * 60);
  }
});

import { expect, test } from 'vitest';
import { createCallCounter } from './call-counter.ts';
import { faultSchema } from './fault.ts';
import { readFaultCommand } from './fault-command.ts';
import { createFaultScheduler } from './fault-scheduler.ts';

const fault = (changes: object) => faultSchema.parse({ kind: 'error-500', ...changes });

test('a fault applies to the calls of its provider only, until it is removed', () => {
  const scheduler = createFaultScheduler(() => 0);
  scheduler.set('vertex', fault({}));
  expect([scheduler.next('vertex')?.kind, scheduler.next('kserve')]).toEqual(['error-500', null]);
  scheduler.set('vertex', null);
  expect(scheduler.next('vertex')).toBeNull();
});

test.each([
  [0.1, 10],
  [0.5, 50],
  [1, 100],
])('a share of %d fails %d of 100 calls', (share, expected) => {
  const scheduler = createFaultScheduler(() => 0);
  scheduler.set('vertex', fault({ share }));
  expect(Array.from({ length: 100 }, () => scheduler.next('vertex')).filter(Boolean)).toHaveLength(expected);
});

test('a schedule turns its fault on and off, counted from when it was set', () => {
  let now = 5_000;
  const scheduler = createFaultScheduler(() => now);
  scheduler.set('vertex', fault({ onSeconds: 10, offSeconds: 20 }));
  const isOn = [0, 9_999, 10_000, 29_999, 30_000, 40_000].map((ms) => {
    now = 5_000 + ms;
    expect(scheduler.next('vertex') !== null).toBe(scheduler.state('vertex').isOn);
    return scheduler.state('vertex').isOn;
  });
  expect(isOn).toEqual([true, true, false, false, true, false]);
});

test('a call before the end of Retry-After is counted as early, a call after it is not', () => {
  let now = 0;
  const counter = createCallCounter(() => now);
  counter.noteRetryAfter('vertex', 30);
  now = 29_999;
  counter.countCall('vertex');
  now = 30_000;
  counter.countCall('vertex');
  expect(counter.counts('vertex')).toMatchObject({ calls: 2, beforeRetryAfter: 1 });
});

test('the command makes the body that the endpoint accepts', () => {
  expect(readFaultCommand(['vertex', 'throttled', '--retry-after', '30', '--retry-after-date'])).toEqual({
    vertex: { kind: 'throttled', retryAfterSeconds: 30, retryAfterAs: 'date', slowMs: 3_000, share: 1 },
  });
  expect(readFaultCommand(['all', 'none'])).toEqual({ rekognition: null, vertex: null, kserve: null });
  expect(readFaultCommand(['kserve', 'hang', '--on', '5', '--off', '7']).kserve).toMatchObject({
    onSeconds: 5,
    offSeconds: 7,
  });
});

test.each([
  [['vertex']],
  [['azure', 'hang']],
  [['vertex', 'explode']],
  [['vertex', 'slow', '--slow-ms', 'x']],
  [['vertex', 'hang', '--on', '5']],
])('the command refuses %j with a message', (words) => {
  expect(() => readFaultCommand(words)).toThrow(/\w+/);
});

import { expect, test } from 'vitest';
import { createCallBook } from './call-book.ts';
import { faultSchema } from './fault.ts';
import { readFaultCommand } from './fault-command.ts';
import { createFaultDesk } from './fault-desk.ts';

const fault = (changes: object) => faultSchema.parse({ kind: 'error-500', ...changes });

test('a fault meets the calls of its provider alone, until it is taken back', () => {
  const desk = createFaultDesk(() => 0);
  desk.set('vertex', fault({}));
  expect([desk.next('vertex')?.kind, desk.next('kserve')]).toEqual(['error-500', null]);
  desk.set('vertex', null);
  expect(desk.next('vertex')).toBeNull();
});

test.each([
  [0.1, 10],
  [0.5, 50],
  [1, 100],
])('a share of %d meets %d of 100 calls', (share, expected) => {
  const desk = createFaultDesk(() => 0);
  desk.set('vertex', fault({ share }));
  expect(Array.from({ length: 100 }, () => desk.next('vertex')).filter(Boolean)).toHaveLength(expected);
});

test('a schedule comes and goes from when it was set', () => {
  let now = 5_000;
  const desk = createFaultDesk(() => now);
  desk.set('vertex', fault({ onSeconds: 10, offSeconds: 20 }));
  const isOn = [0, 9_999, 10_000, 29_999, 30_000, 40_000].map((ms) => {
    now = 5_000 + ms;
    expect(desk.next('vertex') !== null).toBe(desk.state('vertex').isOn);
    return desk.state('vertex').isOn;
  });
  expect(isOn).toEqual([true, true, false, false, true, false]);
});

test('a call before the rest that was asked for has passed is counted, one after it is not', () => {
  let now = 0;
  const book = createCallBook(() => now);
  book.askedForRest('vertex', 30);
  now = 29_999;
  book.arrived('vertex');
  now = 30_000;
  book.arrived('vertex');
  expect(book.counts('vertex')).toMatchObject({ calls: 2, beforeRetryAfter: 1 });
});

test('the command says what the endpoint takes', () => {
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
])('the command refuses %j in words', (words) => {
  expect(() => readFaultCommand(words)).toThrow(/\w+/);
});

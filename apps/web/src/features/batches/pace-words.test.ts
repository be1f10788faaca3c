import { expect, test } from 'vitest';
import { paceInWords } from './pace-words.ts';

test('a running batch tells its pace and the time that is left', () => {
  expect(
    paceInWords({ state: 'RUNNING', remainingSeconds: 185, progress: { ratePerSecond: 12.34, counts: [] } }),
  ).toBe('12.3 a second, about 3 min 5 s left');
});

test('a slow one is told by the minute', () => {
  expect(
    paceInWords({ state: 'RUNNING', remainingSeconds: null, progress: { ratePerSecond: 0.1, counts: [] } }),
  ).toBe('6 a minute');
});

test('nothing is claimed while nothing tells, or while it rests', () => {
  const progress = { ratePerSecond: null, counts: [] };
  expect(paceInWords({ state: 'RUNNING', remainingSeconds: null, progress })).toBe(
    'no capture ended in the last minute',
  );
  expect(paceInWords({ state: 'PAUSED', remainingSeconds: null, progress })).toBeNull();
});

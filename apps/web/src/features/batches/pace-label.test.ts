import { expect, test } from 'vitest';
import { paceLabel } from './pace-label.ts';

test('a running batch shows its pace and the remaining time', () => {
  expect(
    paceLabel({ state: 'RUNNING', remainingSeconds: 185, progress: { ratePerSecond: 12.34, counts: [] } }),
  ).toBe('12.3 a second, about 3 min 5 s left');
});

test('a slow batch shows its pace per minute', () => {
  expect(
    paceLabel({ state: 'RUNNING', remainingSeconds: null, progress: { ratePerSecond: 0.1, counts: [] } }),
  ).toBe('6 a minute');
});

test('a batch without recent results has no pace, and a paused batch shows none', () => {
  const progress = { ratePerSecond: null, counts: [] };
  expect(paceLabel({ state: 'RUNNING', remainingSeconds: null, progress })).toBe(
    'no capture ended in the last minute',
  );
  expect(paceLabel({ state: 'PAUSED', remainingSeconds: null, progress })).toBeNull();
});

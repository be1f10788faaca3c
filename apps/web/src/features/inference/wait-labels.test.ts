import { expect, test } from 'vitest';
import { waitLabel, waitsLabel } from './wait-labels.ts';

test('waits are written as people set them', () => {
  expect(waitsLabel({ baseSeconds: 5, factor: 1.5, capSeconds: 90 })).toBe(
    '5 s, then times 1.5, up to 1 min 30 s',
  );
  expect(waitLabel(0.5)).toBe('500 ms');
  expect(waitLabel(2.5)).toBe('2.5 s');
});

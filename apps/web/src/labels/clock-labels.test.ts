import { expect, test } from 'vitest';
import { clockErrorLabel, clockLabel } from './clock-labels.ts';
import { deviceLabel } from './device-label.ts';

test.each([
  [7_200_000, '2 h fast'],
  [-1_510_000, '25 min 10 s slow'],
  [-400, 'right to the second'],
  [0, 'right to the second'],
])('an error of %i ms is %s', (clockErrorMs, label) => {
  expect(clockErrorLabel(clockErrorMs)).toBe(label);
});

test('a clock without a known error is wrong only when its stamp cannot be right', () => {
  expect(clockLabel(null, 'RECEIPT')).toBe('wrong, error not known');
  expect(clockLabel(null, 'DEVICE_CLOCK')).toBe('no error known');
  expect(clockLabel(null, null)).toBe('no error known');
  expect(clockLabel(-7_200_000, 'RECEIPT')).toBe('2 h slow');
});

test('a device is named by its MAC, else by its keys', () => {
  expect(deviceLabel({ mac: '3c5ab4010203', keys: [] })).toBe('3C:5A:B4:01:02:03');
  expect(deviceLabel({ mac: null, keys: [{ name: 'phone 2' }, { name: 'phone 2 (new)' }] })).toBe(
    'no MAC · phone 2, phone 2 (new)',
  );
  expect(deviceLabel({ mac: null, keys: [] })).toBe('no MAC · no key');
});

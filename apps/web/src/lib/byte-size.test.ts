import { expect, test } from 'vitest';
import { byteSize } from './byte-size.ts';

test('a size has the unit in which it is shortest', () => {
  expect([0, 999, 1_000, 12_345, 999_960, 1_430_000_000, 250e12].map(byteSize)).toEqual([
    '0 bytes',
    '999 bytes',
    '1.0 kB',
    '12.3 kB',
    '1.0 MB',
    '1.4 GB',
    '250 TB',
  ]);
});

import { expect, test } from 'vitest';
import { fileName } from './file-name.ts';

test('characters that file systems reject become an underscore, letters of all languages stay', () => {
  expect(fileName('0421', 'A12/B03', '2026-11-24T05:00:00.000Z')).toBe(
    '0421_A12_B03_2026-11-24T05_00_00.000Z',
  );
  expect(fileName('Früchtetee: neu')).toBe('Früchtetee_neu');
});

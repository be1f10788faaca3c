import { expect, test } from 'vitest';
import { fileObstacle, maxFileBytes, newImport, toImportInput } from './import-draft.ts';

test('an empty field is left to the file', () => {
  expect(toImportInput(newImport)).toEqual({});
  expect(toImportInput({ ...newImport, format: 'PSA', label: ' v1 ', catalog: '  ', unitMm: 25.4 })).toEqual({
    format: 'PSA',
    label: 'v1',
    unitMm: 25.4,
  });
});

test('a date is sent as an instant', () => {
  const { effectiveFrom, effectiveTo } = toImportInput({ ...newImport, effectiveFrom: '2026-12-01' });
  expect(effectiveFrom).toBe(new Date('2026-12-01T00:00').toISOString());
  expect(effectiveTo).toBeUndefined();
});

test('an empty file and one over the limit are not sent', () => {
  expect(fileObstacle({ size: 0 })).toMatch(/empty/);
  expect(fileObstacle({ size: maxFileBytes + 1 })).toMatch(/at most/);
  expect(fileObstacle({ size: maxFileBytes })).toBeNull();
});

import { expect, test } from 'vitest';
import { mostFileBytes, newImport, toImportInput, whyNotSend } from './import-draft.ts';

test('what was not said is left to the file', () => {
  expect(toImportInput(newImport)).toEqual({});
  expect(toImportInput({ ...newImport, format: 'PSA', label: ' v1 ', catalog: '  ', unitMm: 25.4 })).toEqual({
    format: 'PSA',
    label: 'v1',
    unitMm: 25.4,
  });
});

test('a day is sent as an instant', () => {
  const { effectiveFrom, effectiveTo } = toImportInput({ ...newImport, effectiveFrom: '2026-12-01' });
  expect(effectiveFrom).toBe(new Date('2026-12-01T00:00').toISOString());
  expect(effectiveTo).toBeUndefined();
});

test('empty files and those that no request can hold are not sent', () => {
  expect(whyNotSend({ size: 0 })).toMatch(/empty/);
  expect(whyNotSend({ size: mostFileBytes + 1 })).toMatch(/at most/);
  expect(whyNotSend({ size: mostFileBytes })).toBeNull();
});

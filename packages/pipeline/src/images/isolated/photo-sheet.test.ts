import { closeSync, openSync } from 'node:fs';
import { expect, test } from 'vitest';
import { closeSheet, openSheet, putOnSheet, takeFromSheet } from './photo-sheet.ts';

test('pieces put on the sheet are taken from it as they were', () => {
  const sheet = openSheet();
  const pieces = [Buffer.from('a picture'), Buffer.alloc(0), Buffer.alloc(3_000_000, 7)];
  const parcels = putOnSheet(sheet, pieces);
  expect(parcels).toEqual([
    { at: 0, byteLength: 9 },
    { at: 9, byteLength: 0 },
    { at: 9, byteLength: 3_000_000 },
  ]);
  for (const [i, parcel] of parcels.entries())
    expect(Buffer.compare(takeFromSheet(sheet, parcel), pieces[i] ?? Buffer.from('none'))).toBe(0);
  closeSheet(sheet);
});

test('what the sheet cannot take travels as it is', () => {
  // Linux' device that is always full.
  const full = openSync('/dev/full', 'r+');
  const piece = Buffer.from('a picture');
  const [parcel] = putOnSheet(full, [piece]);
  expect(parcel).toBe(piece);
  expect(takeFromSheet(full, piece)).toBe(piece);
  closeSync(full);
});

test('a parcel beyond the end is an error, not an endless wait', () => {
  const sheet = openSheet();
  putOnSheet(sheet, [Buffer.from('short')]);
  expect(() => takeFromSheet(sheet, { at: 0, byteLength: 6 })).toThrow('shorter than was said');
  closeSheet(sheet);
});

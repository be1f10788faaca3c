import { closeSync, openSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  closeTransferFile,
  openTransferFile,
  readFromTransferFile,
  writeToTransferFile,
} from './transfer-file.ts';

test('pieces written to the transfer file are read back unchanged', () => {
  const transferFile = openTransferFile();
  const pieces = [Buffer.from('a picture'), Buffer.alloc(0), Buffer.alloc(3_000_000, 7)];
  const parcels = writeToTransferFile(transferFile, pieces);
  expect(parcels).toEqual([
    { at: 0, byteLength: 9 },
    { at: 9, byteLength: 0 },
    { at: 9, byteLength: 3_000_000 },
  ]);
  for (const [i, parcel] of parcels.entries())
    expect(Buffer.compare(readFromTransferFile(transferFile, parcel), pieces[i] ?? Buffer.from('none'))).toBe(
      0,
    );
  closeTransferFile(transferFile);
});

test('bytes that do not fit into the transfer file are returned unchanged', () => {
  // The Linux device that is always full.
  const full = openSync('/dev/full', 'r+');
  const piece = Buffer.from('a picture');
  const [parcel] = writeToTransferFile(full, [piece]);
  expect(parcel).toBe(piece);
  expect(readFromTransferFile(full, piece)).toBe(piece);
  closeSync(full);
});

test('a parcel beyond the end is an error, not an endless wait', () => {
  const transferFile = openTransferFile();
  writeToTransferFile(transferFile, [Buffer.from('short')]);
  expect(() => readFromTransferFile(transferFile, { at: 0, byteLength: 6 })).toThrow(
    'shorter than the announced range',
  );
  closeTransferFile(transferFile);
});

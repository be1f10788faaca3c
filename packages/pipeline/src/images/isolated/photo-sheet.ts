import { randomUUID } from 'node:crypto';
import { closeSync, constants, openSync, readSync, unlinkSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * Bytes on their way between the processes: where they lie on the sheet, or the bytes themselves when the sheet could not
 * take them.
 */
export type Parcel = { at: number; byteLength: number } | Uint8Array;

/**
 * Memory that a process shares with its decoding process: a file without a name that both hold open, written from its
 * start again and again. A frame crosses it with two copies and no fresh pages; the channel between the processes needs
 * three times the processor time. Nothing stays behind, however the processes end.
 */
export function openSheet(): number {
  // Linux keeps the first in memory; elsewhere the system's cache serves as well.
  for (const folder of ['/dev/shm', tmpdir()]) {
    const name = path.join(folder, `gondola-sheet-${randomUUID()}`);
    let sheet: number;
    try {
      sheet = openSync(name, constants.O_RDWR | constants.O_CREAT | constants.O_EXCL, 0o600);
    } catch (error) {
      if (folder === tmpdir()) throw error;
      continue;
    }
    unlinkSync(name);
    return sheet;
  }
  throw new Error('no folder for temporary files');
}

export const closeSheet = (sheet: number): void => closeSync(sheet);

/** Writes pieces one after the other from the sheet's start. What was on it is lost. */
export function putOnSheet(sheet: number, pieces: readonly Uint8Array[]): Parcel[] {
  let at = 0;
  return pieces.map((bytes) => {
    try {
      for (let done = 0; done < bytes.byteLength; )
        done += writeSync(sheet, bytes, done, bytes.byteLength - done, at + done);
    } catch {
      // Full: small containers give it 64 MB.
      return bytes;
    }
    const parcel = { at, byteLength: bytes.byteLength };
    at += bytes.byteLength;
    return parcel;
  });
}

export function takeFromSheet(sheet: number, parcel: Parcel): Uint8Array {
  if (parcel instanceof Uint8Array) return parcel;
  const bytes = Buffer.allocUnsafeSlow(parcel.byteLength);
  for (let done = 0; done < bytes.byteLength; ) {
    const read = readSync(sheet, bytes, done, bytes.byteLength - done, parcel.at + done);
    if (read === 0) throw new Error('the sheet between the processes is shorter than was said');
    done += read;
  }
  return bytes;
}

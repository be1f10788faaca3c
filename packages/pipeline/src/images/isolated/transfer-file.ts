import { randomUUID } from 'node:crypto';
import { closeSync, constants, openSync, readSync, unlinkSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * Bytes in transit between the processes: their range in the transfer file, or the bytes themselves when the file is full.
 */
export type Parcel = { at: number; byteLength: number } | Uint8Array;

/**
 * Opens a transfer file: memory shared by a process and its decoding process. It is an unlinked file that both hold open and
 * overwrite from its start. A frame needs two copies and no fresh pages; the channel between the processes needs three times
 * the processor time. Nothing remains, however the processes end.
 */
export function openTransferFile(): number {
  // On Linux /dev/shm is memory; on other systems the page cache serves as well.
  for (const folder of ['/dev/shm', tmpdir()]) {
    const name = path.join(folder, `gondola-transfer-${randomUUID()}`);
    let transferFile: number;
    try {
      transferFile = openSync(name, constants.O_RDWR | constants.O_CREAT | constants.O_EXCL, 0o600);
    } catch (error) {
      if (folder === tmpdir()) throw error;
      continue;
    }
    unlinkSync(name);
    return transferFile;
  }
  throw new Error('no folder for temporary files');
}

export const closeTransferFile = (transferFile: number): void => closeSync(transferFile);

/** Writes pieces one after the other from the start of the file; overwrites earlier content. */
export function writeToTransferFile(transferFile: number, pieces: readonly Uint8Array[]): Parcel[] {
  let at = 0;
  return pieces.map((bytes) => {
    try {
      for (let done = 0; done < bytes.byteLength; )
        done += writeSync(transferFile, bytes, done, bytes.byteLength - done, at + done);
    } catch {
      // The file is full: small containers limit /dev/shm to 64 MB.
      return bytes;
    }
    const parcel = { at, byteLength: bytes.byteLength };
    at += bytes.byteLength;
    return parcel;
  });
}

export function readFromTransferFile(transferFile: number, parcel: Parcel): Uint8Array {
  if (parcel instanceof Uint8Array) return parcel;
  const bytes = Buffer.allocUnsafeSlow(parcel.byteLength);
  for (let done = 0; done < bytes.byteLength; ) {
    const read = readSync(transferFile, bytes, done, bytes.byteLength - done, parcel.at + done);
    if (read === 0) throw new Error('the transfer file is shorter than the announced range');
    done += read;
  }
  return bytes;
}

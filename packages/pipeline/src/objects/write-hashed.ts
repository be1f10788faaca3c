import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { ObjectTooLarge, type StoredObject } from './object-store.ts';
import { withDiskFaults } from './with-disk-faults.ts';

export type ObjectSource = AsyncIterable<Uint8Array> | Uint8Array;

/**
 * Writes a source into an open file and hashes it on the way, a piece at a time. Errors of the source are thrown unchanged,
 * those of the disk as Faults. The file is not flushed and stays open.
 */
export async function writeHashed(
  handle: FileHandle,
  source: ObjectSource,
  maxBytes: number,
): Promise<StoredObject> {
  const hash = createHash('sha256');
  let byteLength = 0;
  for await (const chunk of source instanceof Uint8Array ? [source] : source) {
    byteLength += chunk.byteLength;
    if (byteLength > maxBytes) throw new ObjectTooLarge(maxBytes);
    hash.update(chunk);
    await withDiskFaults(writeAll(handle, chunk));
  }
  return { sha256: hash.digest('hex'), byteLength };
}

/** Writes all bytes: a single write may be partial, for instance on a nearly full disk. */
async function writeAll(handle: FileHandle, chunk: Uint8Array): Promise<void> {
  let done = 0;
  while (done < chunk.byteLength) {
    const { bytesWritten } = await handle.write(chunk, done, chunk.byteLength - done);
    done += bytesWritten;
  }
}

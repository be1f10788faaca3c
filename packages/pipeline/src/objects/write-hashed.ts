import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { ObjectTooLarge, type StoredObject } from './object-store.ts';
import { onDisk } from './on-disk.ts';

export type ObjectSource = AsyncIterable<Uint8Array> | Uint8Array;

/**
 * Writes a source into an open file and hashes it on the way, a piece at a time. Errors of the source are thrown as
 * they are, those of the disk as Faults. Nothing is flushed, and the file stays open.
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
    await onDisk(writeAll(handle, chunk));
  }
  return { sha256: hash.digest('hex'), byteLength };
}

/** One write may take less than it was given, when the disk is nearly full for one. */
async function writeAll(handle: FileHandle, chunk: Uint8Array): Promise<void> {
  let done = 0;
  while (done < chunk.byteLength) {
    const { bytesWritten } = await handle.write(chunk, done, chunk.byteLength - done);
    done += bytesWritten;
  }
}

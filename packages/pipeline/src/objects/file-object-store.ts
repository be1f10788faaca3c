import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { objectFault } from './object-fault.ts';
import { ObjectDamaged, type ObjectStore, ObjectTooLarge } from './object-store.ts';
import { sweepIncoming } from './sweep-incoming.ts';

const objectName = /^[0-9a-f]{64}$/;

/**
 * Objects as files `ab/cd/<sha256>` below `rootDir`, which is made when absent (throws when it cannot be).
 * Trouble with the disk rejects with a Fault that may be retried; what the source throws comes through as it is.
 */
export function createFileObjectStore(rootDir: string): ObjectStore {
  const root = path.resolve(rootDir);
  const incoming = path.join(root, 'incoming');
  sweepIncoming(incoming);

  /** Folders whose own entry this process has flushed: another process may have made one and died before it did. */
  const flushedFolders = new Set([root]);

  async function makeFolder(folder: string): Promise<void> {
    if (flushedFolders.has(folder)) return;
    const parent = path.dirname(folder);
    await makeFolder(parent);
    await mkdir(folder, { recursive: true });
    await flushFolder(parent);
    flushedFolders.add(folder);
  }

  const fileOf = (sha256: string) => path.join(root, sha256.slice(0, 2), sha256.slice(2, 4), sha256);

  return {
    async put(source, options = {}) {
      const maxBytes = options.maxBytes ?? Number.POSITIVE_INFINITY;
      const temporary = path.join(incoming, uuidv7());
      try {
        const written = await writeFlushed(temporary, source, maxBytes);
        try {
          const file = fileOf(written.sha256);
          await makeFolder(path.dirname(file));
          // Renaming over an object of the right length would only cost; a shorter one is damage and gets replaced.
          if ((await sizeOf(file)) !== written.byteLength) await rename(temporary, file);
          // Flushed even when the object was there: its writer may have died between rename and flush.
          await flushFolder(path.dirname(file));
        } catch (error) {
          throw objectFault(error);
        }
        return written;
      } finally {
        await rm(temporary, { force: true }).catch(() => undefined);
      }
    },

    async get(sha256) {
      if (!objectName.test(sha256)) return null;
      const bytes = await readFile(fileOf(sha256)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw objectFault(error);
      });
      // A rotten disk must not be taken for a corrupt photo.
      if (bytes && createHash('sha256').update(bytes).digest('hex') !== sha256) {
        throw new ObjectDamaged(sha256);
      }
      return bytes;
    },
  };
}

/** Writes and hashes at once; errors of the source are thrown as they are, those of the disk as Faults. */
async function writeFlushed(
  file: string,
  source: AsyncIterable<Uint8Array> | Uint8Array,
  maxBytes: number,
): Promise<{ sha256: string; byteLength: number }> {
  const hash = createHash('sha256');
  let byteLength = 0;
  const handle = await onDisk(open(file, 'wx', 0o640));
  try {
    for await (const chunk of source instanceof Uint8Array ? [source] : source) {
      byteLength += chunk.byteLength;
      if (byteLength > maxBytes) throw new ObjectTooLarge(maxBytes);
      hash.update(chunk);
      await onDisk(writeAll(handle, chunk));
    }
    await onDisk(handle.sync());
  } finally {
    await handle.close();
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

async function sizeOf(file: string): Promise<number | null> {
  return await stat(file).then(
    (found) => found.size,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    },
  );
}

async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function onDisk<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw objectFault(error);
  }
}

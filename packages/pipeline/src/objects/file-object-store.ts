import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { listObjectFiles } from './list-object-files.ts';
import { isObjectName, ObjectDamaged, type ObjectStore, type StoredObject } from './object-store.ts';
import { sweepIncoming } from './sweep-incoming.ts';
import { nullWhenAbsent, withDiskFaults } from './with-disk-faults.ts';
import { type ObjectSource, writeHashed } from './write-hashed.ts';

/** Creates a store of files `ab/cd/<sha256>` below `rootDir`. Creates the folder if absent, and throws when that fails. */
export function createFileObjectStore(rootDir: string): ObjectStore {
  const root = path.resolve(rootDir);
  const incoming = path.join(root, 'incoming');
  sweepIncoming(incoming);

  /** Folders whose entry this process has flushed, since another process may have died before its flush. */
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

  async function settle(temporary: string, sha256: string): Promise<void> {
    const file = fileOf(sha256);
    await makeFolder(path.dirname(file));
    // Replaces the same object too: its date becomes recent, and damage is repaired.
    await rename(temporary, file);
    await flushFolder(path.dirname(file));
  }

  return {
    async put(source, options = {}) {
      const temporary = path.join(incoming, uuidv7());
      try {
        const written = await writeFlushed(temporary, source, options.maxBytes ?? Number.POSITIVE_INFINITY);
        await withDiskFaults(settle(temporary, written.sha256));
        return written;
      } finally {
        await rm(temporary, { force: true }).catch(() => undefined);
      }
    },

    async get(sha256) {
      if (!isObjectName(sha256)) return null;
      const bytes = await withDiskFaults(readFile(fileOf(sha256)).catch(nullWhenAbsent));
      // Damage on the disk must not be reported as a corrupt photo.
      if (bytes && createHash('sha256').update(bytes).digest('hex') !== sha256) {
        throw new ObjectDamaged(sha256);
      }
      return bytes;
    },

    async stat(sha256) {
      if (!isObjectName(sha256)) return null;
      const found = await withDiskFaults(stat(fileOf(sha256)).catch(nullWhenAbsent));
      return found?.isFile() ? { sha256, byteLength: found.size, storedAt: found.mtime } : null;
    },

    async delete(sha256) {
      if (!isObjectName(sha256)) return;
      const file = fileOf(sha256);
      // Without a flush the object could reappear after a power cut. Its folders stay, since another writer may use them.
      await withDiskFaults(
        rm(file, { force: true }).then(() => flushFolder(path.dirname(file)).catch(nullWhenAbsent)),
      );
    },

    list: () => listObjectFiles(root),

    async probe() {
      const temporary = path.join(incoming, uuidv7());
      try {
        await withDiskFaults(writeFile(temporary, new Uint8Array(512), { flag: 'wx', mode: 0o640 }));
      } finally {
        await rm(temporary, { force: true }).catch(() => undefined);
      }
    },
  };
}

async function writeFlushed(file: string, source: ObjectSource, maxBytes: number): Promise<StoredObject> {
  const handle = await withDiskFaults(open(file, 'wx', 0o640));
  try {
    const written = await writeHashed(handle, source, maxBytes);
    await withDiskFaults(handle.sync());
    return written;
  } finally {
    await handle.close();
  }
}

async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

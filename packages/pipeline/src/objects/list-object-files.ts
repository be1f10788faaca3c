import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { isObjectName, type ListedObject } from './object-store.ts';
import { nullWhenAbsent, withDiskFaults } from './with-disk-faults.ts';

/** Lists the objects in order of names. Folders are two levels deep and named by the first digits of their objects. */
export async function* listObjectFiles(root: string): AsyncIterable<ListedObject> {
  for (const first of await entriesOf(root, /^[0-9a-f]{2}$/))
    for (const second of await entriesOf(path.join(root, first), /^[0-9a-f]{2}$/)) {
      const folder = path.join(root, first, second);
      for (const name of await entriesOf(folder, /./)) {
        if (!isObjectName(name) || !name.startsWith(first + second)) continue;
        const found = await withDiskFaults(stat(path.join(folder, name)).catch(nullWhenAbsent));
        if (found?.isFile()) yield { sha256: name, byteLength: found.size, storedAt: found.mtime };
      }
    }
}

/** Returns the matching entries in order. A folder holds at most 256 folders, or a 65,536th of all objects. */
async function entriesOf(folder: string, name: RegExp): Promise<string[]> {
  const names = await withDiskFaults(readdir(folder));
  return names.filter((entry) => name.test(entry)).sort();
}

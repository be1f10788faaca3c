import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { isObjectName, type ListedObject } from './object-store.ts';
import { nullWhenAbsent, onDisk } from './on-disk.ts';

/** Folders are two levels deep and named as their objects begin: in order of folders is in order of names. */
export async function* listObjectFiles(root: string): AsyncIterable<ListedObject> {
  for (const first of await entriesOf(root, /^[0-9a-f]{2}$/))
    for (const second of await entriesOf(path.join(root, first), /^[0-9a-f]{2}$/)) {
      const folder = path.join(root, first, second);
      for (const name of await entriesOf(folder, /./)) {
        if (!isObjectName(name) || !name.startsWith(first + second)) continue;
        const found = await onDisk(stat(path.join(folder, name)).catch(nullWhenAbsent));
        if (found?.isFile()) yield { sha256: name, byteLength: found.size, storedAt: found.mtime };
      }
    }
}

/** In order; a folder holds 256 others, or a 65,536th of all objects. */
async function entriesOf(folder: string, name: RegExp): Promise<string[]> {
  const names = await onDisk(readdir(folder));
  return names.filter((entry) => name.test(entry)).sort();
}

import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createFileObjectStore } from './file-object-store.ts';
import type { ObjectStore } from './object-store.ts';

/**
 * The store that a specification names: `file:<path>`, relative to the working directory or absolute, or a
 * `file:///` URL. Throws for anything else, and when the folder cannot be made.
 */
export function openObjectStore(spec: string): ObjectStore {
  const [, scheme, rest] = /^([a-z0-9]+):(.*)$/i.exec(spec) ?? [];
  if (scheme !== 'file') {
    // Only the scheme is repeated: a specification may hold credentials, and this text ends in a log.
    throw new Error(
      `An object store is named file:<path>; ${scheme ? `"${scheme}:" is not known` : 'there is no scheme'}`,
    );
  }
  if (!rest) throw new Error('An object store is named file:<path>; the path is missing');
  return createFileObjectStore(path.resolve(rest.startsWith('//') ? fileURLToPath(spec) : rest));
}

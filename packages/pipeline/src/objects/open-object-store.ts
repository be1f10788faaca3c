import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createFileObjectStore } from './file-object-store.ts';
import { lazyObjectStore } from './lazy-object-store.ts';
import type { ObjectStore } from './object-store.ts';
import { readS3Spec } from './s3/read-s3-spec.ts';

/**
 * Opens the store of a specification: `file:<path>`, relative to the working directory or absolute, a `file:///` URL,
 * or `s3://bucket/prefix?region=...&endpoint=...&forcePathStyle=1`. Throws for other texts, and when the folder cannot
 * be created. Only `probe` checks whether a bucket is reachable.
 */
export function openObjectStore(spec: string): ObjectStore {
  const [, scheme, rest] = /^([a-z0-9]+):(.*)$/i.exec(spec) ?? [];
  if (scheme === 's3') {
    const location = readS3Spec(spec);
    // The AWS SDK is large, and most processes do not need it.
    return lazyObjectStore(async () =>
      (await import('./s3/s3-object-store.ts')).createS3ObjectStore(location),
    );
  }
  if (scheme !== 'file') {
    // The message repeats only the scheme: a specification may hold credentials, and the message is logged.
    throw new Error(
      `An object store is named file:<path> or s3://bucket; ${scheme ? `"${scheme}:" is not known` : 'there is no scheme'}`,
    );
  }
  if (!rest) throw new Error('An object store is named file:<path>; the path is missing');
  return createFileObjectStore(path.resolve(rest.startsWith('//') ? fileURLToPath(spec) : rest));
}

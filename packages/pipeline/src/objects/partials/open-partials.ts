import { createFilePartials } from './file-partials.ts';
import type { Partials } from './partials.ts';

/** Opens the storage of unfinished uploads: the bucket of an S3 object store, else a folder of their own. */
export function openPartials({
  objectStore,
  uploadsDir,
}: {
  objectStore: string;
  uploadsDir: string;
}): Partials {
  return objectStore.startsWith('s3:') ? inBucket(objectStore) : createFilePartials(uploadsDir);
}

/** Creates S3 storage that loads the large AWS SDK with the first upload. */
function inBucket(objectStore: string): Partials {
  let opening: Promise<Partials> | undefined;
  const open = () => {
    opening ??= import('./s3-partials.ts').then(({ createS3Partials }) => createS3Partials(objectStore));
    return opening;
  };
  return {
    size: async (id) => (await open()).size(id),
    append: async (id, offset, source) => (await open()).append(id, offset, source),
    remove: async (id) => (await open()).remove(id),
    async *read(id) {
      yield* (await open()).read(id);
    },
    async *list() {
      yield* (await open()).list();
    },
  };
}

import { createFilePartials } from './file-partials.ts';
import type { Partials } from './partials.ts';

/** Unfinished uploads stay where photos will be: in the bucket of an S3 object store, else in a folder of their own. */
export function openPartials({
  objectStore,
  uploadsDir,
}: {
  objectStore: string;
  uploadsDir: string;
}): Partials {
  return objectStore.startsWith('s3:') ? inBucket(objectStore) : createFilePartials(uploadsDir);
}

/** The AWS SDK is large: it is loaded when the first upload comes. */
function inBucket(objectStore: string): Partials {
  let opening: Promise<Partials> | undefined;
  const open = () => {
    opening ??= import('@gondola/pipeline/uploads').then((door) => door.createS3Partials(objectStore));
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

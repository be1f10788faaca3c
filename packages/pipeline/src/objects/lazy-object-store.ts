import type { ObjectStore } from './object-store.ts';

/** Creates a store that opens on first use. After a failure the next use opens it again. */
export function lazyObjectStore(open: () => Promise<ObjectStore>): ObjectStore {
  let opened: Promise<ObjectStore> | undefined;
  const store = () => {
    opened ??= open().catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    return opened;
  };
  return {
    put: async (source, options) => (await store()).put(source, options),
    get: async (sha256) => (await store()).get(sha256),
    stat: async (sha256) => (await store()).stat(sha256),
    delete: async (sha256) => (await store()).delete(sha256),
    async *list() {
      yield* (await store()).list();
    },
    probe: async () => (await store()).probe(),
  };
}

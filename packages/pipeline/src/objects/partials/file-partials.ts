import { constants, createReadStream, mkdirSync } from 'node:fs';
import { open, opendir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { withDiskFaults } from '../with-disk-faults.ts';
import type { Partials } from './partials.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Stores unfinished uploads as files of a folder, created if absent. All API processes must share the folder. */
export function createFilePartials(folder: string): Partials {
  mkdirSync(folder, { recursive: true });
  const fileOf = (id: string) => {
    if (!uuid.test(id)) throw new Error('an upload id is a lower-case UUID');
    return path.join(folder, id);
  };

  return {
    size: (id) =>
      stat(fileOf(id)).then(
        (found) => found.size,
        (error: NodeJS.ErrnoException) => {
          if (error.code === 'ENOENT') return 0;
          throw error;
        },
      ),

    async append(id, offset, source) {
      const handle = await withDiskFaults(open(fileOf(id), constants.O_WRONLY | constants.O_CREAT, 0o640));
      let at = offset;
      try {
        for await (const chunk of source) {
          // A single write may be partial.
          for (let done = 0; done < chunk.byteLength; ) {
            const { bytesWritten } = await withDiskFaults(
              handle.write(chunk, done, chunk.byteLength - done, at),
            );
            done += bytesWritten;
            at += bytesWritten;
          }
        }
      } finally {
        await handle.close();
      }
      return at;
    },

    async *read(id) {
      const file = await open(fileOf(id), 'r').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw error;
      });
      if (file === null) return;
      yield* createReadStream('', { fd: file });
    },

    remove: (id) => rm(fileOf(id), { force: true }),

    async *list() {
      for await (const { name } of await opendir(folder)) if (uuid.test(name)) yield name;
    },
  };
}

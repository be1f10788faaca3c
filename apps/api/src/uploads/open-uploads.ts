import { setTimeout as sleep } from 'node:timers/promises';
import { unfinishedBytesPerStore } from '@gondola/pipeline/intake';
import { openPartials } from '@gondola/pipeline/partials';
import { sweepUploads } from './sweep-uploads.ts';
import { openUploadLocks } from './upload-locks.ts';
import { openUploadTokens } from './upload-token.ts';
import type { Uploads, UploadTools } from './upload-tools.ts';

interface UploadSettings {
  databaseUrl: string;
  objectStore: string;
  /** Folder of unfinished uploads, when the object store is one of files. */
  uploadsDir: string;
  authSecret: string;
  /** Null: the default of intake. */
  unfinishedBytesPerStore: number | null;
  sweepSeconds: number;
}

/** Opens the uploads and sweeps them from time to time until they are closed. */
export function openUploads(
  { db, objects, queue, log }: Omit<UploadTools, 'uploads'>,
  settings: UploadSettings,
): { uploads: Uploads; close(): Promise<void> } {
  const uploads: Uploads = {
    tokens: openUploadTokens(settings.authSecret),
    locks: openUploadLocks(settings.databaseUrl),
    partials: openPartials(settings),
    unfinishedBytesPerStore: settings.unfinishedBytesPerStore ?? unfinishedBytesPerStore,
  };
  const stopping = new AbortController();

  async function sweepOnAndOn() {
    while (!stopping.signal.aborted) {
      // Up to a half more, so that processes started together do not sweep together.
      const pauseMs = settings.sweepSeconds * 1000 * (1 + Math.random() / 2);
      await sleep(pauseMs, undefined, { signal: stopping.signal, ref: false }).catch(() => {});
      if (stopping.signal.aborted) return;
      try {
        const sweep = await sweepUploads({ db, objects, queue, log, ...uploads });
        if (sweep.completed + sweep.expired + sweep.leftovers > 0) log.info(sweep, 'uploads swept');
      } catch (err) {
        log.warn({ err }, 'the uploads could not be swept');
      }
    }
  }
  const sweeping = sweepOnAndOn();

  return {
    uploads,
    async close() {
      stopping.abort();
      await sweeping;
      await uploads.locks.close();
    },
  };
}

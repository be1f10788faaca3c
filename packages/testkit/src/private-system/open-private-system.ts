import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OpenDatabase, openDatabase } from '@gondola/db';
import { startEmbeddedPostgres } from '@gondola/db/embedded';
import { migrate } from '@gondola/db/migrate';
import { type ObjectStore, openObjectStore } from '@gondola/pipeline/objects';
import { installQueue, type OpenQueue, openQueue } from '@gondola/pipeline/queue';

/** A private installation for one run: its own Postgres with fsync on, its own object store, nothing shared. */
export interface PrivateSystem {
  url: string;
  dataDir: string;
  database: OpenDatabase;
  queue: OpenQueue;
  objects: ObjectStore;
  objectStore: string;
  close(): Promise<void>;
}

export async function openPrivateSystem(): Promise<PrivateSystem> {
  const dataDir = await mkdtemp(join(tmpdir(), 'gondola-private-'));
  const postgres = await startEmbeddedPostgres({ dataDir });
  await migrate(postgres.url);
  await installQueue(postgres.url);
  const database = openDatabase(postgres.url);
  const queue = await openQueue(postgres.url, { role: 'send', onError: () => {} });
  const objectStore = `file:${join(dataDir, 'objects')}`;
  return {
    url: postgres.url,
    dataDir,
    database,
    queue,
    objects: openObjectStore(objectStore),
    objectStore,
    async close() {
      await queue.stop();
      await database.close();
      await postgres.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type ApiClient, signIn } from '@gondola/simulator/client';
import { startApiOn } from '@gondola/testkit/private-api';
import { openPrivateSystem } from '@gondola/testkit/private-system';
import { once as askOnce } from './hand-in-photo.ts';
import type { CaptureRequest } from './read-request.ts';

export interface Instance {
  /** Speaks for an admin. */
  client: ApiClient;
  close(): Promise<void>;
}

const workerMain = join(import.meta.dirname, '../../packages/pipeline/src/main.ts');

/** The running instance that was named, or a whole one of its own for this run: Postgres, API and worker. */
export async function openInstance(
  { apiUrl, person }: CaptureRequest,
  say: (message: string) => void,
): Promise<Instance> {
  const { signal } = new AbortController();
  if (apiUrl && person) {
    const client = await signIn(apiUrl, person, signal, askOnce);
    return { client, close: async () => {} };
  }
  say(
    'starting a temporary instance: nothing of this run appears in another one (--api URL names a running one)',
  );
  const system = await openPrivateSystem();
  const api = await startApiOn(system);
  const worker = spawn(process.execPath, [workerMain], {
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: system.url,
      GONDOLA_DATA_DIR: system.dataDir,
      OBJECT_STORE: system.objectStore,
      PORT_METRICS: '0',
      LOG_LEVEL: 'error',
      GONDOLA_STOP_WITH_PARENT: '1',
    },
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  return {
    client: await api.signInAsAdmin(signal),
    async close() {
      worker.kill('SIGTERM');
      if (worker.exitCode === null) await once(worker, 'exit');
      await api.stop();
      await system.close();
    },
  };
}

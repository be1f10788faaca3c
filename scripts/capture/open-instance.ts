import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type ApiClient, signIn } from '@gondola/simulator/client';
import { openPrivateSystem } from '../private-system/open-private-system.ts';
import { startApiOn } from '../private-system/start-api-on.ts';
import type { CaptureRequest } from './read-request.ts';

export interface Instance {
  /** Speaks for an admin. */
  client: ApiClient;
  close(): Promise<void>;
}

const workerMain = new URL('../../packages/pipeline/src/main.ts', import.meta.url).pathname;

/** The running instance that was named, or a whole one of its own for this run: Postgres, API and worker. */
export async function openInstance(
  { apiUrl, person }: CaptureRequest,
  say: (message: string) => void,
): Promise<Instance> {
  const { signal } = new AbortController();
  if (apiUrl && person) {
    const client = await signIn(apiUrl, { ...person, origin: new URL(apiUrl).origin }, signal);
    return { client, close: async () => {} };
  }
  say('starting a temporary instance');
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

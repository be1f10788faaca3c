import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEnv, startApi } from '@gondola/api';
import { startEmbeddedPostgres } from '@gondola/db/embedded';
import { migrate } from '@gondola/db/migrate';
import { installQueue } from '@gondola/pipeline/queue';
import { type ApiClient, signIn } from '@gondola/simulator/client';
import type { CaptureRequest } from './read-request.ts';

export interface Instance {
  /** Speaks for an admin. */
  client: ApiClient;
  apiUrl: string;
  close(): Promise<void>;
}

const root = join(import.meta.dirname, '../..');
const workerMain = join(root, 'packages/pipeline/src/main.ts');
const seedMain = join(root, 'apps/api/src/seed-demo.ts');

/** The running instance that was named, or a whole one of its own for this run: Postgres, API and worker. */
export async function openInstance(
  { apiUrl, person }: CaptureRequest,
  say: (message: string) => void,
): Promise<Instance> {
  const signal = new AbortController().signal;
  if (apiUrl && person) {
    const client = await signIn(apiUrl, { ...person, origin: new URL(apiUrl).origin }, signal);
    return { client, apiUrl, close: async () => {} };
  }
  say('starting a temporary instance');
  const dataDir = await mkdtemp(join(tmpdir(), 'gondola-capture-'));
  const postgres = await startEmbeddedPostgres({ dataDir });
  await migrate(postgres.url);
  await installQueue(postgres.url);
  const password = randomBytes(18).toString('base64url');
  const origin = 'http://127.0.0.1:3000';
  const env = {
    DATABASE_URL: postgres.url,
    GONDOLA_DATA_DIR: dataDir,
    AUTH_SECRET: randomBytes(32).toString('base64url'),
    PORT_API: '0',
    PORT_METRICS: '0',
    PUBLIC_URL: origin,
    LOG_LEVEL: 'error',
  };
  const path = process.env.PATH;
  const [code] = await once(
    spawn(process.execPath, [seedMain], {
      env: { ...env, PATH: path, DEMO_PASSWORD: password },
      stdio: ['ignore', 'ignore', 'inherit'],
    }),
    'exit',
  );
  if (code !== 0) throw new Error('the temporary instance could not be set up');
  const api = await startApi(readEnv(env));
  const worker = spawn(process.execPath, [workerMain], {
    env: { ...env, PATH: path, GONDOLA_STOP_WITH_PARENT: '1' },
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  const client = await signIn(api.url, { email: 'admin@demo.gondola.local', password, origin }, signal);
  return {
    client,
    apiUrl: api.url,
    async close() {
      worker.kill('SIGTERM');
      if (worker.exitCode === null) await once(worker, 'exit');
      await api.stop();
      await postgres.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { readEnv, startApi } from '@gondola/api';
import { type ApiClient, signIn } from '@gondola/simulator/client';
import type { PrivateSystem } from './open-private-system.ts';

const seedMain = join(import.meta.dirname, '../../../../apps/api/src/seed-demo.ts');
const origin = 'http://127.0.0.1:3000';

/** The API of a private system, with one account per role. */
export async function startApiOn(
  system: PrivateSystem,
): Promise<{ url: string; signInAsAdmin(signal: AbortSignal): Promise<ApiClient>; stop(): Promise<void> }> {
  const password = randomBytes(18).toString('base64url');
  const env = {
    DATABASE_URL: system.url,
    GONDOLA_DATA_DIR: system.dataDir,
    OBJECT_STORE: system.objectStore,
    AUTH_SECRET: randomBytes(32).toString('base64url'),
    PORT_API: '0',
    PORT_METRICS: '0',
    PUBLIC_URL: origin,
    LOG_LEVEL: 'error',
    GONDOLA_DEMO: '1',
  };
  const seeding = spawn(process.execPath, [seedMain], {
    env: { ...env, PATH: process.env.PATH, DEMO_PASSWORD: password },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = await once(seeding, 'exit');
  if (code !== 0) throw new Error('the accounts could not be made');
  const api = await startApi(readEnv(env));
  return {
    url: api.url,
    signInAsAdmin: (signal) =>
      signIn(api.url, { email: 'admin@demo.gondola.local', password, origin }, signal),
    stop: api.stop,
  };
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Database, openDatabase, type Role } from '@gondola/db';
import { createTestDatabase } from '@gondola/db/testing';
import { addStore } from '@gondola/testkit/add-store';
import { afterAll } from 'vitest';
import { hashOfDeviceKey, newDeviceKey } from '../auth/device-key.ts';
import { seedDemoPeople } from '../auth/seed-demo-people.ts';
import { readEnv } from '../env.ts';
import { startApi } from '../server/start-api.ts';

/** How a request shows who it is: headers to send. */
export type Credential = Record<string, string>;

export interface Answer {
  status: number;
  data: Record<string, unknown> | null | undefined;
  errors: { message: string; path?: unknown[]; extensions: Record<string, unknown> }[];
}

export interface TestApi {
  url: string;
  metricsUrl: string;
  databaseUrl: string;
  db: Database;
  ask(query: string, variables?: object, credential?: Credential): Promise<Answer>;
  signIn(role: Role): Promise<Credential>;
  /** A store with a device key. */
  addStore(code: string): Promise<{ storeId: string; deviceKeyId: string; device: Credential }>;
}

const password = 'a password for tests';
const emails: Record<Role, string> = {
  analyst: 'analyst@demo.gondola.local',
  category_manager: 'manager@demo.gondola.local',
  operator: 'operator@demo.gondola.local',
  admin: 'admin@demo.gondola.local',
};

/** What one root field answered; throws with the errors when there is no answer. */
export function partOf<T>({ data, errors }: Answer, field: string): T {
  if (!data) throw new Error(`no data: ${JSON.stringify(errors)}`);
  return data[field] as T;
}

/**
 * A real API on a free loopback port, with its own data folder. Its database is its own too and has the demo's people,
 * unless one is given, which stays as it is.
 */
export async function startTestApi(
  name: string,
  environment: Record<string, string> = {},
  givenDatabaseUrl?: string,
): Promise<TestApi> {
  const { db, databaseUrl } = await databaseFor(name, givenDatabaseUrl);
  const dataDir = await mkdtemp(path.join(tmpdir(), `gondola-${name}-`));
  const env = readEnv({
    DATABASE_URL: databaseUrl,
    GONDOLA_DATA_DIR: dataDir,
    PORT_API: '0',
    PORT_METRICS: '0',
    LOG_LEVEL: 'silent',
    GONDOLA_DEMO: '1',
    ...environment,
  });
  const api = await startApi(env);
  afterAll(async () => {
    await api.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  return {
    url: api.url,
    metricsUrl: api.metricsUrl,
    databaseUrl,
    db,
    async ask(query, variables = {}, credential = {}) {
      const response = await fetch(`${api.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...credential },
        body: JSON.stringify({ query, variables }),
      });
      const body = (await response.json()) as Partial<Answer>;
      return { status: response.status, data: body.data, errors: body.errors ?? [] };
    },
    async signIn(role) {
      const response = await fetch(`${api.url}/auth/sign-in/email`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email: emails[role], password }),
      });
      if (!response.ok) throw new Error(`sign-in: ${response.status} ${await response.text()}`);
      return {
        cookie: response.headers
          .getSetCookie()
          .map((line) => line.split(';')[0])
          .join('; '),
      };
    },
    async addStore(code) {
      const key = newDeviceKey();
      const { storeId, deviceKeyId } = await addStore(db, code, { keySha256: hashOfDeviceKey(key) });
      return { storeId, deviceKeyId, device: { authorization: `Bearer ${key}` } };
    },
  };
}

async function databaseFor(name: string, given: string | undefined) {
  if (given !== undefined) {
    const { db, close } = openDatabase(given, { maxConnections: 2 });
    afterAll(close);
    return { db, databaseUrl: given };
  }
  const { db, url } = await createTestDatabase(name);
  await seedDemoPeople(db, password);
  return { db, databaseUrl: url };
}

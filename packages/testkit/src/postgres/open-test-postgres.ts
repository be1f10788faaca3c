import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { type OpenDatabase, openDatabase } from '@gondola/db';
import { startEmbeddedPostgres } from '@gondola/db/embedded';
import { migrate } from '@gondola/db/migrate';
import type { TestPostgres } from '@gondola/db/testing';
import { installQueue } from '@gondola/pipeline/queue';

/** Runs leave their data here only when a test failed. */
const runsFolder = join(import.meta.dirname, '../../../../.gondola/test-runs');

/**
 * Opens the Postgres of a test run and makes its template database: tables, rules and queues, no rows.
 * Every run has a server of its own, so that two runs at once do not stop each other's; with DATABASE_URL all runs
 * share that server and each has its template.
 */
export async function openTestPostgres(): Promise<{ postgres: TestPostgres; close(): Promise<void> }> {
  const external = process.env.DATABASE_URL;
  const folder = join(runsFolder, String(process.pid));
  if (external === undefined) await removeOldRuns();
  const server =
    external === undefined ? await startEmbeddedPostgres({ dataDir: folder, durability: 'test' }) : undefined;
  const adminUrl = server?.url ?? external ?? '';
  const template = `test_template_${process.pid}`;

  await withAdmin(adminUrl, async (admin) => {
    await admin.query(`drop database if exists "${template}" with (force)`);
    await admin.query(`create database "${template}"`);
  });
  const templateUrl = Object.assign(new URL(adminUrl), { pathname: `/${template}` }).href;
  await migrate(templateUrl);
  await installQueue(templateUrl);

  const howToInspect = server
    ? `node drizzle/embedded/supervisor.ts ${relative(process.cwd(), folder)} test   (Ctrl-D ends it; gone a day later)`
    : 'on the server of DATABASE_URL';
  return {
    postgres: { adminUrl, template, howToInspect },
    close: async () => {
      const kept = await withAdmin(adminUrl, async (admin) => {
        await admin.query(`drop database if exists "${template}" with (force)`);
        return (await admin.query(`select from pg_database where datname like 'test\\_%'`)).rowCount;
      });
      await server?.stop();
      if (server && kept === 0) await rm(folder, { recursive: true, force: true });
    },
  };
}

async function withAdmin<T>(url: string, work: (admin: OpenDatabase['pool']) => Promise<T>): Promise<T> {
  const { pool, close } = openDatabase(url, { maxConnections: 1 });
  try {
    return await work(pool);
  } finally {
    await close();
  }
}

/** Removes what failed runs left behind a day ago or earlier. A folder is named after its run's process id. */
async function removeOldRuns(): Promise<void> {
  await mkdir(runsFolder, { recursive: true, mode: 0o755 });
  for (const name of await readdir(runsFolder)) {
    const folder = join(runsFolder, name);
    const { mtimeMs } = await stat(folder);
    if (Date.now() - mtimeMs > 86_400_000) await rm(folder, { recursive: true, force: true });
  }
}

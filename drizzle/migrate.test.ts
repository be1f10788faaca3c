import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { assertSchemaCurrent, migrate } from './migrate.ts';
import { createTestDatabase } from './testing.ts';

const { url } = await createTestDatabase('migrate');
const applied = 'drizzle.__drizzle_migrations';

test('processes that start together migrate an empty database once', async () => {
  const empty = await emptyDatabase();
  const done: string[] = [];
  await Promise.all(Array.from({ length: 4 }, () => migrate(empty, (message) => done.push(message))));
  expect(done).toHaveLength(1);
  await assertSchemaCurrent(empty);
});

test('a process refuses a database without our tables, and names the command to run', async () => {
  await expect(assertSchemaCurrent(await emptyDatabase())).rejects.toThrow(
    /^The database is \d+ migration\(s\) older than this code \(\w+\)\. Run: npm run db:migrate$/,
  );
});

test('a process refuses a database that newer code has migrated, and does not touch it', async () => {
  await query(url, `insert into ${applied} (hash, created_at) values ('of the future', 9e15)`);
  await expect(assertSchemaCurrent(url)).rejects.toThrow(/1 migration\(s\) newer than this code/);
  await expect(migrate(url)).rejects.toThrow(/newer/);
  await query(url, `delete from ${applied} where hash = 'of the future'`);
  await assertSchemaCurrent(url);
});

test('a process refuses a database with other migrations', async () => {
  await query(url, `update ${applied} set hash = 'x' || hash where id = 1`);
  await expect(assertSchemaCurrent(url)).rejects.toThrow(/was made by other code/);
  await expect(migrate(url)).rejects.toThrow(/Nothing was changed/);
  await query(url, `update ${applied} set hash = substr(hash, 2) where id = 1`);
});

test('the migrations contain everything that the schema files declare', async () => {
  // drizzle-kit writes one more migration into the copy if it finds a difference.
  await mkdir(join(import.meta.dirname, '../.gondola'), { recursive: true });
  const draft = await mkdtemp(join(import.meta.dirname, '../.gondola/migrations-'));
  try {
    const folder = join(import.meta.dirname, 'migrations');
    await cp(folder, draft, { recursive: true });
    const drizzleKit = join(import.meta.dirname, '../node_modules/drizzle-kit/bin.cjs');
    const options = [
      '--dialect',
      'postgresql',
      '--schema',
      './schema/index.ts',
      '--out',
      relative(import.meta.dirname, draft),
    ];
    const { stdout } = await promisify(execFile)(process.execPath, [drizzleKit, 'generate', ...options], {
      cwd: import.meta.dirname,
    });
    expect(stdout).toContain('No schema changes');
    expect(await readdir(draft)).toEqual(await readdir(folder));
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
});

const emptyDatabases: string[] = [];
afterAll(async () => {
  for (const name of emptyDatabases) await query(url, `drop database "${name}"`);
});

async function emptyDatabase(): Promise<string> {
  const name = `${new URL(url).pathname.slice(1)}_empty_${emptyDatabases.length}`;
  emptyDatabases.push(name);
  await query(url, `create database "${name}" template template0`);
  return Object.assign(new URL(url), { pathname: `/${name}` }).href;
}

async function query(at: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: at });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

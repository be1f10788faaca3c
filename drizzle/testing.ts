import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, afterEach, inject } from 'vitest';
import { type Database, type OpenDatabase, openDatabase } from './open-database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** URL that answers with the Postgres of this test run. */
    testPostgresUrl: string;
  }
}

/** The run's server, and the migrated template of every test database. */
export interface TestPostgres {
  adminUrl: string;
  template: string;
  /** Command to inspect the databases of failed tests. */
  howToInspect: string;
}

export interface TestDatabase {
  url: string;
  db: Database;
  pool: pg.Pool;
  /** Closes the pool and drops the database. After a failed test of this file the database stays and its name is printed. */
  drop(): Promise<void>;
}

const live = new Set<TestDatabase>();
let anyTestFailed = false;

afterEach(({ task }) => {
  if (task.result?.state === 'fail') anyTestFailed = true;
});
afterAll(async () => {
  for (const database of live) await database.drop();
});

/**
 * Creates a private database with all tables, rules and queues, but no rows, on the run's Postgres. That server is the one of
 * DATABASE_URL or starts with the first request. The database is dropped at the end of the test file.
 *
 * @param name part of the database's name, for recognition: letters, digits, underscores.
 */
export async function createTestDatabase(name = 'file'): Promise<TestDatabase> {
  const answer = await fetch(inject('testPostgresUrl'));
  if (!answer.ok) throw new Error(await answer.text());
  const { adminUrl, template, howToInspect } = (await answer.json()) as TestPostgres;
  const databaseName = `test_${name}_${randomUUID().slice(0, 8)}`;
  await asAdmin(adminUrl, `create database "${databaseName}" template "${template}"`);

  const url = Object.assign(new URL(adminUrl), { pathname: `/${databaseName}` }).href;
  const open: OpenDatabase = openDatabase(url, { maxConnections: 5 });
  const database: TestDatabase = {
    url,
    db: open.db,
    pool: open.pool,
    drop: async () => {
      if (!live.delete(database)) return;
      await open.close();
      if (anyTestFailed) process.stderr.write(`retained database ${databaseName}: ${howToInspect}\n`);
      else await asAdmin(adminUrl, `drop database "${databaseName}" with (force)`);
    },
  };
  live.add(database);
  return database;
}

/**
 * Creates an empty database that belongs to an ordinary role of its own, as a database administrator hands one out. Returns the
 * role's URL. Database and role are dropped at the end of the test file.
 */
export async function createEmptyDatabase(name: string): Promise<string> {
  const answer = await fetch(inject('testPostgresUrl'));
  if (!answer.ok) throw new Error(await answer.text());
  const { adminUrl } = (await answer.json()) as TestPostgres;
  const role = `test_${name}_${randomUUID().slice(0, 8)}`;
  const password = randomUUID().replaceAll('-', '');
  await asAdmin(adminUrl, `create role "${role}" login password '${password}'`);
  await asAdmin(adminUrl, `create database "${role}" owner "${role}" template template0`);
  afterAll(async () => {
    await asAdmin(adminUrl, `drop database "${role}" with (force)`);
    await asAdmin(adminUrl, `drop role "${role}"`);
  });
  return Object.assign(new URL(adminUrl), { username: role, password, pathname: `/${role}` }).href;
}

async function asAdmin(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

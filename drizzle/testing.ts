import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, afterEach, inject } from 'vitest';
import { type Database, type OpenDatabase, openDatabase } from './open-database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where a test process asks for the run's Postgres. */
    testPostgresDoor: string;
  }
}

/** The run's server and the migrated database that every test database is copied from. */
export interface TestPostgres {
  adminUrl: string;
  template: string;
  /** What to type to look at databases that a failed test left behind. */
  howToInspect: string;
}

export interface TestDatabase {
  url: string;
  db: Database;
  pool: pg.Pool;
  /** Closes the pool and drops the database, or keeps it and prints its name if a test of this file has failed. */
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
 * A database of the caller's own with all tables, rules and queues, and no rows, on the run's Postgres (started when the
 * first test asks, or the one of DATABASE_URL). It is dropped by itself at the end of the test file.
 *
 * @param name part of the database's name, so that a kept one is recognised: letters, digits, underscores.
 */
export async function createTestDatabase(name = 'file'): Promise<TestDatabase> {
  const answer = await fetch(inject('testPostgresDoor'));
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
      if (anyTestFailed) process.stderr.write(`kept database ${databaseName}: ${howToInspect}\n`);
      else await asAdmin(adminUrl, `drop database "${databaseName}" with (force)`);
    },
  };
  live.add(database);
  return database;
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

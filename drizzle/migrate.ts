import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as applyMigrations } from 'drizzle-orm/node-postgres/migrator';
import type pg from 'pg';
import { assertServerFits } from './assert-server-fits.ts';
import { connectClient } from './connect-client.ts';
import { migrationsFolder, schemaVersionOf } from './schema-version.ts';

/** "gond" in ASCII: the number of the session lock under which the schema is changed. */
const migrationLock = 0x676f6e64;

/**
 * Migrates the database to this code's schema; does nothing when the schema is current.
 * Processes that start together wait for one advisory lock, so that one migrates and the others find the schema current.
 *
 * @throws when a statement waits longer than 15 s for a locked table; the migration is then rolled back.
 */
export async function migrate(url: string, log?: (message: string) => void): Promise<void> {
  const client = await connectClient(url, 'gondola migrate');
  try {
    await assertServerFits(client);
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    // Set after the advisory lock, since the wait for another process's migration has no limit.
    await client.query(`set lock_timeout = '15s'; set timezone = 'UTC'; set client_min_messages = warning`);
    const before = await schemaVersionOf(client);
    if (before.relation === 'newer') throw new Error(before.problem);
    if (before.relation === 'current') return;
    await applyMigrations(drizzle(client), { migrationsFolder }).catch(explainMissingRight(client));
    const after = await schemaVersionOf(client);
    if (after.relation !== 'current') throw new Error(after.problem);
    log?.(`database schema migrated to ${after.codeVersion}`);
  } finally {
    await client.end();
  }
}

/** 42501: the role lacks a right. The error names the object, and the operator needs the statement that gives the right. */
const explainMissingRight =
  ({ user = 'USER', database = 'DATABASE' }: pg.Client) =>
  (cause: unknown) => {
    const { code } = (cause instanceof Error ? (cause.cause ?? cause) : {}) as { code?: string };
    if (code !== '42501') throw cause;
    throw new Error(
      `The user of DATABASE_URL may not create Gondola's tables. Let it own the database: ALTER DATABASE "${database}" OWNER TO "${user}";`,
      { cause },
    );
  };

/**
 * Throws when the server does not fit, or when the database's schema is not that of this code.
 * @throws Error that says what is wrong and what to do.
 */
export async function assertSchemaCurrent(url: string): Promise<void> {
  const client = await connectClient(url, 'gondola schema check');
  try {
    await assertServerFits(client);
    const version = await schemaVersionOf(client);
    if (version.relation !== 'current') throw new Error(version.problem);
  } finally {
    await client.end();
  }
}

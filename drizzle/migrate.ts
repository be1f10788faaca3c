import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as applyMigrations } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { migrationsFolder, schemaVersionOf } from './schema-version.ts';

/** "gond" in ASCII: the number of the session lock under which the schema is changed. */
const migrationLock = 0x676f6e64;

/**
 * Brings the database's tables up to this code's schema; does nothing when they are.
 * Processes that start together queue up behind one advisory lock, so that one migrates and the others find it done.
 *
 * @throws when a statement waits longer than 15 s for a table that others hold: the migration is rolled back then.
 */
export async function migrate(url: string, log?: (message: string) => void): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'gondola migrate' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    // Only now: waiting for another's migration is not waiting for a table.
    await client.query(`set lock_timeout = '15s'; set timezone = 'UTC'; set client_min_messages = warning`);
    const before = await schemaVersionOf(client);
    if (before.relation === 'newer') throw new Error(before.words);
    if (before.relation === 'current') return;
    await applyMigrations(drizzle(client), { migrationsFolder });
    const after = await schemaVersionOf(client);
    if (after.relation !== 'current') throw new Error(after.words);
    log?.(`database schema brought to ${after.codeVersion}`);
  } finally {
    await client.end();
  }
}

/**
 * Refuses to go on with a database whose tables are not those of this code.
 * @throws an Error in plain words that says which of the two is older and what to do.
 */
export async function assertSchemaCurrent(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'gondola schema check' });
  await client.connect();
  try {
    const version = await schemaVersionOf(client);
    if (version.relation !== 'current') throw new Error(version.words);
  } finally {
    await client.end();
  }
}

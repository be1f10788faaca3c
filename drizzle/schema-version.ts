import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import type pg from 'pg';

export const migrationsFolder = join(import.meta.dirname, 'migrations');

export interface SchemaVersion {
  relation: 'current' | 'older' | 'newer' | 'diverged';
  /** Name of the last migration that this code knows. */
  codeVersion: string;
  /** Message for the operator; empty when current. */
  problem: string;
}

/** Compares the migrations applied to a database with those of this code. */
export async function schemaVersionOf(client: pg.Client): Promise<SchemaVersion> {
  const known = readMigrationFiles({ migrationsFolder });
  const applied = await appliedHashes(client);
  const codeVersion = lastTag();
  const diverging = known.findIndex((migration, i) => i < applied.length && migration.hash !== applied[i]);
  if (diverging >= 0) {
    return {
      relation: 'diverged',
      codeVersion,
      problem: `The database was made by other code: its migration number ${diverging} is not this code's. Nothing was changed.`,
    };
  }
  if (applied.length > known.length) {
    return {
      relation: 'newer',
      codeVersion,
      problem: `The database is ${applied.length - known.length} migration(s) newer than this code (${codeVersion}). Run the newer code, or restore the backup made before the update.`,
    };
  }
  if (applied.length < known.length) {
    return {
      relation: 'older',
      codeVersion,
      problem: `The database is ${known.length - applied.length} migration(s) older than this code (${codeVersion}). Run: npm run db:migrate`,
    };
  }
  return { relation: 'current', codeVersion, problem: '' };
}

async function appliedHashes(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ present: boolean }>(
    `select to_regclass('drizzle.__drizzle_migrations') is not null as present`,
  );
  if (!rows[0]?.present) return [];
  const applied = await client.query<{ hash: string }>(
    'select hash from drizzle.__drizzle_migrations order by created_at',
  );
  return applied.rows.map((row) => row.hash);
}

function lastTag(): string {
  const journal: { entries: { tag: string }[] } = JSON.parse(
    readFileSync(join(migrationsFolder, 'meta/_journal.json'), 'utf8'),
  );
  return journal.entries.at(-1)?.tag ?? 'none';
}

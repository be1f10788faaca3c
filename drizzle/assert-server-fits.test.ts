import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { problemOfServer } from './assert-server-fits.ts';
import { assertSchemaCurrent, migrate } from './migrate.ts';
import { createTestDatabase } from './testing.ts';

const { url } = await createTestDatabase('server_fits');
const database = `ascii_${process.pid}`;
const ascii = Object.assign(new URL(url), { pathname: `/${database}` }).href;
await query(`create database ${database} encoding 'SQL_ASCII' locale 'C' template template0`);
afterAll(() => query(`drop database ${database}`));

async function query(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

test('a database with another encoding is refused before anything is changed, and the way out is named', async () => {
  const refusal = new RegExp(`"${database}" .* has the encoding SQL_ASCII, .* createdb --encoding=UTF8`);
  await expect(migrate(ascii)).rejects.toThrow(refusal);
  await expect(assertSchemaCurrent(ascii)).rejects.toThrow(refusal);
});

test('an older server is refused with its version and ours', () => {
  expect(problemOfServer({ version: 150_018, encoding: 'UTF8', database: 'gondola' })).toMatch(
    /^DATABASE_URL names a Postgres 15\.18, and Gondola needs 16 or newer\./,
  );
  expect(problemOfServer({ version: 160_000, encoding: 'UTF8', database: 'gondola' })).toBeNull();
});

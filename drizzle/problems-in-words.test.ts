import { once } from 'node:events';
import { createServer } from 'node:net';
import pg from 'pg';
import { expect, test } from 'vitest';
import { connectClient } from './connect-client.ts';
import { checkDatabaseUrl } from './database-url.ts';
import { describeError } from './describe-error.ts';
import { migrate } from './migrate.ts';
import { createTestDatabase } from './testing.ts';

const { url } = await createTestDatabase('words');
const wordsOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'it worked',
    (error: unknown) => describeError(error),
  );
const withParts = (parts: Partial<URL>) => Object.assign(new URL(url), parts).href;

test('an error is described with the whole chain of its causes, each message once', () => {
  const cause = new Error('permission denied for database shelves');
  expect(describeError(new Error('Failed query: create schema x\nparams: secret', { cause }))).toBe(
    'A query failed: create schema x\n  because: permission denied for database shelves',
  );
  expect(describeError(new Error('outer: inner', { cause: new Error('inner') }))).toBe('outer: inner');
  expect(describeError(new AggregateError([new Error('connect ECONNREFUSED ::1')]))).toContain(
    'ECONNREFUSED',
  );
  expect(describeError('a text')).toBe('a text');
});

test.each([
  ['postgres://gondola:secret@db:5432/gondola'],
  ['postgresql:///gondola?host=/var/run/postgresql'],
  ['postgres://%2Fvar%2Frun%2Fpostgresql/gondola'],
])('%s is taken', (good) => {
  expect(checkDatabaseUrl(good)).toBe(good);
});

test.each([
  ['mysql://gondola:secret@db/gondola', 'is no address'],
  ['postgresql://user@/gondola?host=/run/pg', 'is no address'],
  ['postgres://gondola:secret@db:5432', 'names no database'],
])('%s is refused by the name of its variable and without its password', (bad, words) => {
  expect(() => checkDatabaseUrl(bad)).toThrow(`DATABASE_URL ${words}`);
  expect(() => checkDatabaseUrl(bad)).not.toThrow('secret');
});

test('a wrong port, password, host and database are said as such, with DATABASE_URL and the cause', async () => {
  const connect = (parts: Partial<URL>) => wordsOf(connectClient(withParts(parts), 'test'));
  expect(await connect({ port: '1' })).toMatch(
    /DATABASE_URL \(database test_\w+ at 127\.0\.0\.1:1\).*Nothing listens there.*ECONNREFUSED/s,
  );
  expect(await connect({ password: 'wrong' })).toMatch(
    /user or password is wrong\.\n {2}because: password authentication failed/,
  );
  expect(await connect({ pathname: '/absent' })).toMatch(
    /no database of this name.*"absent" does not exist/s,
  );
  expect(await connect({ hostname: 'absent.invalid' })).toMatch(
    /DATABASE_URL.*(No machine is known|could not be looked up)/,
  );
  expect(await connect({ search: '?sslmode=require' })).toMatch(/takes no TLS/);
  expect(await connect({ password: 'wrong' })).not.toContain(':wrong@');
});

test('a server that hangs up is reported with its address', async () => {
  const server = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? String(address.port) : '';
  expect(await wordsOf(connectClient(withParts({ port }), 'test'))).toContain(`127.0.0.1:${port}`);
  server.close();
});

test('a role without the right to create tables is refused with the statement that gives it', async () => {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  const { rows } = await admin.query<{ name: string }>('select current_database() as name');
  const database = `${rows[0]?.name}_poor`;
  try {
    await admin.query(`create role "${database}" login password 'pw'`);
    await admin.query(`create database "${database}" template template0`);
    const poor = withParts({ username: database, password: 'pw', pathname: `/${database}` });
    expect(await wordsOf(migrate(poor))).toMatch(
      new RegExp(`ALTER DATABASE "${database}" OWNER TO "${database}";[\\s\\S]*because: permission denied`),
    );
    await admin.query(`alter database "${database}" owner to "${database}"`);
    expect(await wordsOf(migrate(poor))).toBe('it worked');
  } finally {
    await admin.query(`drop database if exists "${database}" with (force)`);
    await admin.query(`drop role if exists "${database}"`);
    await admin.end();
  }
});

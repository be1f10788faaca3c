import { expect, test } from 'vitest';
import { isTransientDatabaseError } from './is-transient-database-error.ts';
import { openDatabase } from './open-database.ts';
import { createTestDatabase } from './testing.ts';

const coded = (code: string) => Object.assign(new Error('failed'), { code });

test.each([
  ['a refused connection', coded('ECONNREFUSED')],
  ['a lost connection', coded('08006')],
  ['a deadlock', coded('40P01')],
  ['a serialisation failure', coded('40001')],
  ['too many connections', coded('53300')],
  ['a lock that is not available', coded('55P03')],
  ['a shutdown by the administrator', coded('57P01')],
  ['a connection that ended', new Error('Connection terminated unexpectedly')],
  ['a cause at depth', new Error('query failed', { cause: new Error('failed', { cause: coded('40P01') }) })],
])('%s is transient', (_name, error) => {
  expect(isTransientDatabaseError(error)).toBe(true);
});

test.each([
  ['a unique violation', coded('23505')],
  ['a syntax error', coded('42601')],
  ['a cancelled statement', coded('57014')],
  ['a missing file', coded('ENOENT')],
  ['a text', '40P01'],
  ['nothing', undefined],
])('%s is not transient', (_name, error) => {
  expect(isTransientDatabaseError(error)).toBe(false);
});

test('a lock that another session holds for too long is transient, as the driver reports it', async () => {
  const { db, url } = await createTestDatabase('transient');
  await db.execute('create table held (id int)');
  const other = openDatabase(url, { maxConnections: 1 });
  try {
    await db.transaction(async (tx) => {
      await tx.execute('lock table held in access exclusive mode');
      const waiting = other.db.transaction(async (late) => {
        await late.execute("set local lock_timeout = '50ms'");
        await late.execute('lock table held in access exclusive mode');
      });
      const error = await waiting.then(
        () => null,
        (reason: unknown) => reason,
      );
      expect(error).toBeInstanceOf(Error);
      expect(isTransientDatabaseError(error)).toBe(true);
    });
  } finally {
    await other.close();
  }
});

import { createTestDatabase } from '@gondola/db/testing';
import { sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { openUploadLocks } from './upload-locks.ts';

const { db, url } = await createTestDatabase('upload_locks');
const [one, other] = [openUploadLocks(url), openUploadLocks(url)];
afterAll(() => Promise.all([one.close(), other.close()]));
const never = new AbortController().signal;

test('a lock has one holder, in one process and over several', async () => {
  const held = one.newLock('a');
  await held.lock(never, () => {});
  expect(await one.holdIfFree('a', async () => true)).toBeNull();
  expect(await other.holdIfFree('a', async () => true)).toBeNull();
  expect(await other.holdIfFree('b', async () => true)).toBe(true);
  await held.unlock();
  expect(await other.holdIfFree('a', async () => true)).toBe(true);
});

test.each([
  ['the same process', one],
  ['another process', other],
])('who waits in %s asks the holder to end, and gets the lock then', async (_, waiting) => {
  const asked = Promise.withResolvers<void>();
  const held = one.newLock('c');
  await held.lock(never, () => asked.resolve());
  const work = waiting.hold('c', async () => 'done');
  await asked.promise;
  await held.unlock();
  expect(await work).toBe('done');
});

test('who waits in vain is told so after a bounded time', async () => {
  const held = one.newLock('d');
  await held.lock(never, () => {});
  await expect(other.hold('d', async () => 'never')).rejects.toMatchObject({ refusal: { status: 423 } });
  await held.unlock();
});

test('any number of locks pin one connection, and all are free as soon as it is gone', async () => {
  const ends: string[] = [];
  for (let i = 0; i < 20; i++) await one.newLock(`many-${i}`).lock(never, () => void ends.push(`many-${i}`));
  const { rows } = await db.execute(
    sql`select pid from pg_stat_activity where datname = current_database() and application_name = 'gondola upload locks'`,
  );
  expect(rows).toHaveLength(2);
  await db.execute(
    sql`select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())`,
  );
  expect(await other.hold('many-0', async () => 'free')).toBe('free');
  // The holders were told to end, and the process opens a new session by itself.
  await expect.poll(() => ends.length).toBe(20);
  expect(await one.hold('many-1', async () => 'again')).toBe('again');
});

import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { startTestApi } from '../../testing/start-test-api.ts';

const api = await startTestApi('transient_errors');
const admin = await api.signIn('admin');

/** The database ends every insert into `store` with this SQLSTATE, as if another session were in the way. */
const failWith = (code: string) =>
  api.db.execute(
    sql.raw(`
      create or replace function fail_store() returns trigger language plpgsql as $$
        begin raise exception 'in the way' using errcode = '${code}'; end $$;
      create or replace trigger fail_store before insert on store for each row execute function fail_store();`),
  );

const body = JSON.stringify({
  query: `mutation { storeCreate(input: { code: "0421", name: "Harbour", timeZone: "UTC" }) { store { code } } }`,
});
const create = () =>
  fetch(`${api.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...admin },
    body,
  });

test.each([
  ['a deadlock', '40P01'],
  ['a lock timeout', '55P03'],
  ['a shutdown of the database', '57P01'],
])('%s is answered with 503 and Retry-After', async (_name, code) => {
  await failWith(code);
  const response = await create();
  expect(response.status).toBe(503);
  expect(response.headers.get('retry-after')).toBe('5');
  expect(await response.json()).toMatchObject({
    errors: [
      { message: 'The database is away or busy. Try again.', extensions: { code: 'SERVICE_UNAVAILABLE' } },
    ],
  });
});

test('an error of the statement itself stays an internal error without Retry-After', async () => {
  await failWith('22012');
  const response = await create();
  expect(response.status).toBeLessThan(500);
  expect(response.headers.get('retry-after')).toBeNull();
  expect(await response.json()).toMatchObject({
    errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
  });
});

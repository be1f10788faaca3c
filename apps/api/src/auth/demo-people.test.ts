import { createTestDatabase } from '@gondola/db/testing';
import { expect, test } from 'vitest';
import { type Credential, startTestApi } from '../testing/start-test-api.ts';
import { savePerson } from './save-person.ts';
import { seedDemoPeople } from './seed-demo-people.ts';

const password = 'a password for tests';
const origin = 'http://localhost:3000';

async function post(url: string, path: string, body: object): Promise<Response> {
  const headers = { 'content-type': 'application/json', origin, 'sec-fetch-site': 'same-origin' };
  return fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
}

test('with the demo a button signs in as each role, and the sign-in page learns of the buttons', async () => {
  const api = await startTestApi('demo_on');
  const options = (await (await fetch(`${api.url}/auth/sign-in-options`)).json()) as { demoRoles: string[] };
  expect(options).toEqual({
    addresses: [origin, 'http://127.0.0.1:3000'],
    demoRoles: ['analyst', 'category_manager', 'operator', 'admin'],
  });
  // The web app asks for everyone, from one address.
  for (let i = 0; i < 10; i += 1) expect((await fetch(`${api.url}/auth/sign-in-options`)).status).toBe(200);
  for (const role of options.demoRoles) {
    const response = await post(api.url, '/auth/sign-in/demo', { role });
    expect(response.status).toBe(200);
    const cookie = response.headers.getSetCookie().join('; ');
    const { data } = await api.ask('{ viewer { role } }', {}, { cookie });
    expect(data).toEqual({ viewer: { role: role.toUpperCase() } });
  }
  const foreign = await fetch(`${api.url}/auth/sign-in/demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'https://evil.example' },
    body: '{"role":"admin"}',
  });
  expect(foreign.status).toBe(403);
});

test('without the demo its people are refused, whatever the database held before', async () => {
  const before = await startTestApi('demo_before');
  const session: Credential = await before.signIn('admin');
  const api = await startTestApi('demo_off', { GONDOLA_DEMO: '0' }, before.databaseUrl);
  const { data } = await api.ask('{ viewer { kind } }', {}, session);
  expect(data).toEqual({ viewer: { kind: 'NOBODY' } });
  const refused = await post(api.url, '/auth/sign-in/email', { email: 'Admin@Demo.gondola.local', password });
  expect(refused.status).toBe(403);
  expect(await refused.json()).toMatchObject({ code: 'DEMO_IS_OFF' });
  expect(refused.headers.getSetCookie()).toEqual([]);
  expect((await post(api.url, '/auth/sign-in/demo', { role: 'admin' })).status).toBe(404);
  expect(await (await fetch(`${api.url}/auth/sign-in-options`)).json()).toMatchObject({ demoRoles: [] });
});

test('a demo that starts again with another password changes it, so that the printed one is right', async () => {
  const api = await startTestApi('demo_password');
  await seedDemoPeople(api.db, 'another password');
  const signIn = (given: string) =>
    post(api.url, '/auth/sign-in/email', { email: 'admin@demo.gondola.local', password: given });
  expect((await signIn(password)).status).toBe(401);
  expect((await signIn('another password')).status).toBe(200);
});

test('a database with people of its own gets no demo people', async () => {
  const { db } = await createTestDatabase('demo_in_use');
  const owner = { name: 'Owner', email: 'owner@example.com', role: 'admin' as const, password: null };
  await db.transaction((tx) => savePerson(tx, owner));
  await expect(seedDemoPeople(db, password)).rejects.toThrow('npm start -- --no-demo');
});

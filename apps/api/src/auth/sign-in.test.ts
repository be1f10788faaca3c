import { user } from '@gondola/db';
import { expect, test } from 'vitest';
import { startTestApi } from '../testing/start-test-api.ts';

const api = await startTestApi('sign_in', { SIGN_IN_TRIES_PER_MINUTE: '8' });
const viewer = 'query { viewer { kind name email role store { code } } }';

const signIn = (body: object, headers: Record<string, string> = {}) =>
  fetch(`${api.url}/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

test('without a credential the viewer is nobody', async () => {
  const { data } = await api.ask(viewer);
  expect(data?.viewer).toEqual({ kind: 'NOBODY', name: null, email: null, role: null, store: null });
});

test('a person signs in and is seen with their role', async () => {
  const cookie = await api.signIn('category_manager');
  const { data } = await api.ask(viewer, {}, cookie);
  expect(data?.viewer).toMatchObject({
    kind: 'PERSON',
    email: 'manager@demo.gondola.local',
    role: 'CATEGORY_MANAGER',
    store: null,
  });
});

test('the session cookie is HttpOnly and SameSite=Lax', async () => {
  const response = await signIn({ email: 'analyst@demo.gondola.local', password: 'a password for tests' });
  const [cookie] = response.headers.getSetCookie();
  expect(cookie).toMatch(/HttpOnly/i);
  expect(cookie).toMatch(/SameSite=Lax/i);
});

test('a device is seen with its store', async () => {
  const { device } = await api.addStore('0421');
  const { data } = await api.ask(viewer, {}, device);
  expect(data?.viewer).toMatchObject({ kind: 'DEVICE', store: { code: '0421' }, role: null });
});

test('a mistyped device key is nobody, also beside a valid cookie', async () => {
  const cookie = await api.signIn('admin');
  const { data } = await api.ask(viewer, {}, { ...cookie, authorization: `Bearer gnd_${'A'.repeat(43)}` });
  expect(data?.viewer).toMatchObject({ kind: 'NOBODY' });
});

test('nobody can sign up', async () => {
  const response = await fetch(`${api.url}/auth/sign-up/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'x', email: 'x@example.com', password: 'long enough', role: 'admin' }),
  });
  expect(response.status).toBe(400);
  expect(await api.db.$count(user)).toBe(4);
});

test('a signed-in person cannot give themselves a role', async () => {
  const cookie = await api.signIn('analyst');
  const response = await fetch(`${api.url}/auth/update-user`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'http://localhost:3000', ...cookie },
    body: JSON.stringify({ role: 'admin' }),
  });
  expect(response.status).toBe(400);
  const { data } = await api.ask(viewer, {}, cookie);
  expect(data?.viewer).toMatchObject({ role: 'ANALYST' });
});

test('a foreign origin cannot sign a person in, and learns which address Gondola has and which variable sets it', async () => {
  const response = await signIn(
    { email: 'analyst@demo.gondola.local', password: 'a password for tests' },
    { origin: 'https://evil.example' },
  );
  expect(response.status).toBe(403);
  expect(await response.json()).toEqual({
    code: 'INVALID_ORIGIN',
    message:
      'Gondola is set up to be opened at http://localhost:3000 or http://127.0.0.1:3000, not at https://evil.example. PUBLIC_URL sets that address.',
    addresses: ['http://localhost:3000', 'http://127.0.0.1:3000'],
  });
});

test('sign-in answers malformed bodies with 4xx', async () => {
  for (const body of ['{', '[]', '"\\ud800"', '{"email":"a\\u0000@b.c","password":"x"}', '']) {
    const response = await fetch(`${api.url}/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': '192.0.2.7' },
      body,
    });
    expect(response.status, body).toBeGreaterThanOrEqual(400);
    expect(response.status, body).toBeLessThan(500);
  }
});

test('after too many tries from one address sign-in answers 429, and other addresses are not hit', async () => {
  const tries = [];
  for (let i = 0; i < 12; i += 1)
    tries.push(
      await signIn({ email: 'nobody@example.com', password: 'wrong' }, { 'x-forwarded-for': '192.0.2.1' }),
    );
  expect(tries.filter(({ status }) => status === 429).length).toBe(4);
  const other = await signIn(
    { email: 'nobody@example.com', password: 'wrong' },
    { 'x-forwarded-for': '192.0.2.2' },
  );
  expect(other.status).toBe(401);
});

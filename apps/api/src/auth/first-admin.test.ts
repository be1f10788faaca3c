import { auditLog, user } from '@gondola/db';
import { createTestDatabase } from '@gondola/db/testing';
import { actorNamed } from '@gondola/pipeline/audit';
import { createLog } from '@gondola/pipeline/telemetry';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { startTestApi } from '../testing/start-test-api.ts';
import { announceFirstAdmin } from './announce-first-admin.ts';
import { openPeople } from './people.ts';
import { type AdminToSave, saveAdmin, saveFirstAdmin } from './save-admin.ts';
import { seedDemoPeople } from './seed-demo-people.ts';

const publicUrl = 'https://gondola.example';
const email = 'First.Admin@example.com';

async function openParts(name: string) {
  const { db, url } = await createTestDatabase(name);
  const log = createLog({ name: 'test', level: 'silent' });
  const settings = { secret: 'a secret of this test alone, 32 or more', signInTriesPerMinute: 30, log };
  const people = openPeople(db, { ...settings, publicUrls: [publicUrl], hasDemo: false });
  return { db, url, people, publicUrl, actor: actorNamed('test'), log };
}

test('the first admin is made once, also by processes that start together, and the audit log has it', async () => {
  const parts = await openParts('first_admin');
  const made = await Promise.all(
    Array.from({ length: 4 }, () => saveFirstAdmin(parts, { email, password: null })),
  );
  expect(made.filter(({ link }) => link !== null)).toHaveLength(1);
  expect(await parts.db.select({ email: user.email, role: user.role }).from(user)).toEqual([
    { email: email.toLowerCase(), role: 'admin' },
  ]);
  const entries = await parts.db.select().from(auditLog).where(eq(auditLog.action, 'adminCreate'));
  expect(entries).toHaveLength(1);
});

test("an admin that exists is left alone, the demo's does not count, and a given password needs no link", async () => {
  const parts = await openParts('first_admin_known');
  await seedDemoPeople(parts.db, 'a password of the demo');
  expect(await saveFirstAdmin(parts, { email, password: 'a long password' })).toEqual({ link: null });
  expect(await saveFirstAdmin(parts, { email: 'second@example.com', password: null })).toEqual({
    link: null,
  });
  const admins = await parts.db.select({ email: user.email }).from(user).where(eq(user.role, 'admin'));
  expect(admins.map((admin) => admin.email)).toEqual(
    expect.arrayContaining([email.toLowerCase(), 'admin@demo.gondola.local']),
  );
  expect(admins).toHaveLength(2);
});

test('the link sets a password once, and the admin signs in with it', async () => {
  const parts = await openParts('first_admin_link');
  const { link } = await saveFirstAdmin(parts, { email, password: null });
  expect(link).toMatch(/^https:\/\/gondola\.example\/set-password#[\w-]{32}$/);
  const api = await startTestApi('link', { GONDOLA_DEMO: '0' }, parts.url);
  const post = (path: string, body: object) =>
    fetch(`${api.url}/auth/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const token = link?.split('#')[1];
  const set = { token, newPassword: 'chosen by the admin' };
  expect((await post('reset-password', { token, newPassword: 'short' })).status).toBe(400);
  expect((await post('reset-password', set)).status).toBe(200);
  expect((await post('reset-password', set)).status).toBe(400);
  const signedIn = await post('sign-in/email', { email, password: 'chosen by the admin' });
  const cookie = signedIn.headers.getSetCookie().join('; ');
  const { data } = await api.ask('{ viewer { email role } }', {}, { cookie });
  expect(data).toEqual({ viewer: { email: email.toLowerCase(), role: 'ADMIN' } });
});

test('a later admin is made beside others, and a person who is known becomes one', async () => {
  const parts = await openParts('later_admin');
  await saveAdmin(parts, { email, password: 'a long password' });
  const { link } = await saveAdmin(parts, { email: 'second@example.com', password: null });
  expect(link).toContain('/set-password#');
  await saveAdmin(parts, { email: 'second@example.com', password: 'another long one' });
  expect(await parts.db.$count(user)).toBe(2);
});

test('at start the link is printed once, and an installation without people says so', async () => {
  const parts = await openParts('announced_admin');
  const lines: string[] = [];
  const log = Object.assign(createLog({ name: 'test', level: 'warn' }), {
    warn: (line: string) => lines.push(line),
  });
  const start = (admin: AdminToSave | null) => announceFirstAdmin({ ...parts, log }, admin);
  await start(null);
  await start({ email, password: null });
  await start({ email, password: null });
  await start(null);
  expect(lines).toEqual([
    expect.stringContaining('npm run admin -- create'),
    expect.stringMatching(/^First\.Admin@example\.com has no password yet\. .*\/set-password#[\w-]{32}$/),
  ]);
});

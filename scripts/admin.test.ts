import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { user } from '@gondola/db';
import { createTestDatabase } from '@gondola/db/testing';
import { expect, test } from 'vitest';
import { readCommand } from './admin/read-command.ts';

const { db, url: databaseUrl } = await createTestDatabase('admin');

const admin = (...args: string[]) =>
  promisify(execFile)(process.execPath, [join(import.meta.dirname, 'admin.ts'), ...args], {
    env: { PATH: process.env.PATH, DATABASE_URL: databaseUrl, PUBLIC_URL: 'https://gondola.example/' },
  });

test('npm run admin makes an admin and prints a link at the address of the installation', async () => {
  const { stdout } = await admin('create', '--email', 'you@example.com');
  expect(stdout).toMatch(
    /^you@example\.com is an admin\. .*: https:\/\/gondola\.example\/set-password#[\w-]{32}\n$/,
  );
  expect(await db.select({ email: user.email, role: user.role }).from(user)).toEqual([
    { email: 'you@example.com', role: 'admin' },
  ]);
});

test('a command line that lacks something is refused with the usage', async () => {
  await expect(admin('create')).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringContaining('--email'),
  });
  expect(readCommand(['remove', '--email', 'a@b.example'], {})).toEqual({
    problem: 'The command is: create',
  });
  const short = { GONDOLA_ADMIN_PASSWORD: 'short' };
  expect(readCommand(['create', '--email', 'a@b.example'], short)).toEqual({
    problem: 'GONDOLA_ADMIN_PASSWORD needs 8 to 128 characters.',
  });
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { claimDataFolder } from './claim-data-folder.ts';

const folder = await mkdtemp(join(tmpdir(), 'gondola-claim-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
const url = 'http://localhost:3000';
const claim = () => claimDataFolder(folder, url);
const file = join(folder, 'running.json');

test('a second claim is refused with the process and the address of the first, and a third may have the folder back', async () => {
  const giveBack = await claim();
  await expect(claim()).rejects.toThrow(
    new RegExp(`already runs in the data folder ${folder}: process ${process.pid}, since .*, at ${url}`),
  );
  await giveBack();
  await (await claim())();
  expect(await readdir(folder)).toEqual([]);
});

test('of many claims at once one wins', async () => {
  const claims = await Promise.allSettled(Array.from({ length: 8 }, claim));
  const won = claims.filter((one) => one.status === 'fulfilled');
  expect(won).toHaveLength(1);
  await won[0]?.value();
});

test('the claim of a killed process, of a later process with its id, and half a file do not hold the folder', async () => {
  const killed = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  killed.kill('SIGKILL');
  await once(killed, 'exit');
  const claimOf = (pid: number | undefined) =>
    JSON.stringify({ pid, birth: 'another start', since: '', url });
  for (const text of [claimOf(killed.pid), claimOf(process.pid), '{"pid":']) {
    await writeFile(file, text);
    const giveBack = await claim();
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ pid: process.pid, url });
    await giveBack();
  }
});

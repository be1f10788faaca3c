import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const startWith = join(import.meta.dirname, './start-with.ts');
const replaceExports = JSON.stringify(new URL('./replace-exports.ts', import.meta.url).href);
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gondola-replace-'));
  await writeFile(
    join(folder, 'rule.mjs'),
    'export const rule = (n) => n > 3; export const other = () => 7;',
  );
  await writeFile(join(folder, 'unused.mjs'), 'export const rule = () => true;');
  await writeFile(
    join(folder, 'entry.mjs'),
    `import { other, rule } from './rule.mjs'; console.log(rule(1), other(), process.argv.slice(2).join());`,
  );
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs the entry with an injection that replaces exports of a module. */
async function runWith(module: string, overrides: string) {
  const injection = join(folder, 'injection.mjs');
  await writeFile(
    injection,
    `import { replaceExports } from ${replaceExports};
    await replaceExports(() => import('./${module}'), { ${overrides} });`,
  );
  const words = [startWith, pathToFileURL(injection).href, join(folder, 'entry.mjs'), 'a', 'b'];
  return spawnSync(process.execPath, words, { encoding: 'utf8' });
}

test('an export is replaced for the whole process; the other exports and the arguments stay', async () => {
  const { status, stdout } = await runWith('rule.mjs', 'rule: (original) => (n) => !original(n)');
  expect([status, stdout.trim()]).toEqual([0, 'true 7 a,b']);
});

test.each([
  ['a module that is not there', 'gone.mjs', 'rule: () => () => true', /gone\.mjs/],
  ['an export that is not there', 'rule.mjs', 'law: () => () => true', /rule\.mjs has no export law/],
  ['a module that is never loaded', 'unused.mjs', 'rule: () => () => true', /unused\.mjs was never loaded/],
])('%s fails the process, and its words name the path', async (_what, module, overrides, words) => {
  const { status, stderr } = await runWith(module, overrides);
  expect(status).toBe(1);
  expect(stderr).toMatch(words);
});

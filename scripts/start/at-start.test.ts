import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { hostInUrl, isOpenWithoutAddress, webAddress } from './addresses.ts';
import { checkMachine } from './check-machine.ts';
import { loadEnvFile } from './load-env-file.ts';
import { prepareDataFolder } from './prepare-data-folder.ts';
import { localSecrets } from './secrets.ts';
import { readSettings } from './settings.ts';
import { tellingLines } from './telling-lines.ts';

const folder = await mkdtemp(join(tmpdir(), 'gondola-at-start-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

test.each([
  [undefined, '127.0.0.1', 'http://localhost:3000'],
  [undefined, '0.0.0.0', 'http://localhost:3000'],
  [undefined, '::1', 'http://[::1]:3000'],
  [undefined, '192.168.1.5', 'http://192.168.1.5:3000'],
  ['https://shelves.example.com/', '127.0.0.1', 'https://shelves.example.com'],
])('with PUBLIC_URL %s and HOST %s people open %s', (publicUrl, host, address) => {
  expect(webAddress(publicUrl, host, 3000)).toBe(address);
});

test('our own processes reach a server that listens everywhere on loopback, and any other under its address', () => {
  expect(['0.0.0.0', '::', '::1', '127.0.0.2'].map(hostInUrl)).toEqual([
    '127.0.0.1',
    '127.0.0.1',
    '[::1]',
    '127.0.0.2',
  ]);
  expect(isOpenWithoutAddress(undefined, '0.0.0.0')).toBe(true);
  expect(isOpenWithoutAddress('https://shelves.example.com', '0.0.0.0')).toBe(false);
});

test('variables that are none of their kind are refused by name', () => {
  expect(() => readSettings([], { PUBLIC_URL: 'shelves.example.com' })).toThrow(
    'PUBLIC_URL is "shelves.example.com": an address such as https://',
  );
  expect(() => readSettings([], { INTAKE_MIN_FREE_MB: '1 GB' })).toThrow('INTAKE_MIN_FREE_MB is "1 GB"');
  expect(() => readSettings([], { DATABASE_URL: 'host=db user=me' })).toThrow(
    'DATABASE_URL is no address of a Postgres database: host=db user=me',
  );
});

test('.env sets what the environment does not set, and a line without a value means unset', async () => {
  const file = join(folder, 'env');
  await writeFile(file, 'GONDOLA_TEST_ONE=of the file\nGONDOLA_TEST_TWO=of the file\nGONDOLA_TEST_THREE=\n');
  vi.stubEnv('GONDOLA_TEST_TWO', 'of the shell');
  loadEnvFile(file);
  expect(process.env.GONDOLA_TEST_ONE).toBe('of the file');
  expect(process.env.GONDOLA_TEST_TWO).toBe('of the shell');
  expect('GONDOLA_TEST_THREE' in process.env).toBe(false);
  loadEnvFile(join(folder, 'absent'));
  delete process.env.GONDOLA_TEST_ONE;
  vi.unstubAllEnvs();
});

test('a data folder that cannot be written is refused with its name, its variable and the cause', async () => {
  const file = join(folder, 'a file');
  await writeFile(file, '');
  await expect(prepareDataFolder(join(file, 'data'))).rejects.toThrow(
    `The data folder ${join(file, 'data')} cannot be written: a part of its path is a file. Set GONDOLA_DATA_DIR`,
  );
  await prepareDataFolder(join(folder, 'new/data'));
  expect(await readdir(join(folder, 'new/data'))).toEqual([]);
});

test.runIf(process.platform === 'linux')(
  'a data folder on a file system that takes none is refused at once',
  async () => {
    await expect(prepareDataFolder('/proc/gondola')).rejects.toThrow(/\/proc\/gondola cannot be written: /);
    await expect(prepareDataFolder('/sys/gondola')).rejects.toThrow(/GONDOLA_DATA_DIR/);
  },
);

test('secrets of a damaged file are neither used nor replaced', async () => {
  const dataDir = join(folder, 'damaged');
  await mkdir(dataDir);
  for (const text of ['', '{"authSecret":"of', '{}']) {
    await writeFile(join(dataDir, 'secrets.json'), text);
    await expect(localSecrets(dataDir)).rejects.toThrow(/secrets\.json is damaged\. .*backup/s);
  }
});

test('too little room for photos is a warning with the variables that help; none for a database is a refusal', async () => {
  const settings = { dataDir: folder, photosFolder: folder, hasOwnDatabase: true, minFreeMb: 0 };
  const of = async (minFreeMb: number) => (await checkMachine({ ...settings, minFreeMb })).join();
  expect(await of(0)).not.toContain('No room');
  expect(await of(1e9)).toMatch(/No room for photos: \d+ MB are free .*INTAKE_MIN_FREE_MB is 1000000000/);
  expect((await checkMachine({ ...settings, photosFolder: null, minFreeMb: 1e9 })).join()).not.toContain(
    'No room',
  );
});

test('of a long log the first grave line is shown with the last ones', async () => {
  const file = join(folder, 'long.log');
  const rest = Array.from({ length: 40 }, (_, i) => `    at frame ${i}`);
  await writeFile(file, ['starting', 'Error: write ENOSPC, no space left', ...rest].join('\n'));
  const lines = (await tellingLines(file)).split('\n');
  expect(lines[0]).toBe('Error: write ENOSPC, no space left');
  expect(lines.at(-1)).toBe('    at frame 39');
  expect(lines.length).toBeLessThanOrEqual(15);
});

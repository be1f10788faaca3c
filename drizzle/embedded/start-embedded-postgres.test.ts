import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { processName } from './process-name.ts';
import { processesNaming } from './processes-naming.testing.ts';
import { query } from './query.testing.ts';
import { startEmbeddedPostgres } from './start-embedded-postgres.ts';
import { supervise } from './supervise.ts';

// Below the repository: a folder of mkdtemp is closed to the server's own user when root runs the tests.
const runsFolder = join(import.meta.dirname, '../../.gondola/test-runs');
let dataDir = '';
// Each test starts a server or two, which is slow on a loaded machine.
vi.setConfig({ testTimeout: 120_000 });

beforeAll(async () => {
  await mkdir(runsFolder, { recursive: true });
  dataDir = join(await mkdtemp(join(runsFolder, 'embedded-')), 'data');
  await mkdir(dataDir, { recursive: true });
  await chmod(join(dataDir, '..'), 0o755);
});
afterAll(() => rm(join(dataDir, '..'), { recursive: true, force: true }));

const start = () => startEmbeddedPostgres({ dataDir, durability: 'test' });

test('a second start serves the rows of the first, on the same port', async () => {
  const first = await start();
  expect(await query(first.url, `create table written_before as select 'still here' as word`)).toEqual([]);
  await first.stop();
  const second = await start();
  try {
    expect(await query(second.url, 'select word from written_before')).toEqual([{ word: 'still here' }]);
    expect(new URL(second.url).port).toBe(new URL(first.url).port);
  } finally {
    await second.stop();
  }
});

test('the server listens on loopback only and requires its password, whose file only the owner can read', async () => {
  const server = await start();
  try {
    expect(await query(server.url, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    await expect(
      query(Object.assign(new URL(server.url), { password: 'guess' }).href, 'select 1'),
    ).rejects.toThrow(/password authentication failed/);
    const file = await stat(join(dataDir, 'postgres/gondola-password'));
    expect(file.mode & 0o077).toBe(0);
  } finally {
    await server.stop();
  }
});

test('a second start while the first runs attaches to it, and its stop leaves the server running', async () => {
  const [one, other] = await Promise.all([start(), start()]);
  const owner = one.attached ? other : one;
  const guest = one.attached ? one : other;
  expect(owner.attached).toBe(false);
  expect(guest.attached).toBe(true);
  expect(guest.url).toBe(owner.url);
  await guest.stop();
  expect(await query(owner.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  await owner.stop();
  await expect(query(owner.url, 'select 1')).rejects.toThrow(/ECONNREFUSED/);
});

test('a server stops within seconds after its parent is killed with SIGKILL', async () => {
  const { parent, url } = await startInOtherProcess();
  expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
  const pid = await postmasterPid();
  parent.kill('SIGKILL');
  await expect.poll(() => processName(pid), { timeout: 20_000, interval: 50 }).toBeUndefined();
});

test.runIf(process.platform === 'linux')(
  'the next start replaces a server whose supervisor was killed too, and serves its rows',
  async () => {
    const { parent, url } = await startInOtherProcess();
    await query(url, 'create table written as select 1 as one');
    const orphan = await postmasterPid();
    const supervisor = await supervisorPid();
    process.kill(supervisor, 'SIGKILL');
    parent.kill('SIGKILL');
    await wait(200);
    expect(await processName(orphan)).toBe('postgres');
    const next = await start();
    try {
      expect(next.attached).toBe(false);
      expect(await processName(orphan)).toBeUndefined();
      expect(await query(next.url, 'select one from written')).toEqual([{ one: 1 }]);
    } finally {
      await next.stop();
    }
  },
);

test('a lock file left by a crash does not stop the next start, even when another program has its process id', async () => {
  const file = join(dataDir, 'postgres/postmaster.pid');
  await writeFile(
    file,
    [process.pid, join(dataDir, 'postgres'), 1, 5432, '', '127.0.0.1', '', 'ready', ''].join('\n'),
  );
  const server = await start();
  expect(server.attached).toBe(false);
  await server.stop();
});

test.runIf(process.platform === 'linux')(
  'stopping ends the server also when its supervisor was killed',
  async () => {
    const server = await start();
    const orphan = await postmasterPid();
    process.kill(await supervisorPid(), 'SIGKILL');
    await server.ended;
    expect(await processName(orphan)).toBe('postgres');
    await server.stop();
    expect(await processName(orphan)).toBeUndefined();
  },
);

test.runIf(process.platform === 'linux')(
  'a server that cannot start gives its reason, and leaves no process behind',
  async () => {
    const settings = join(dataDir, 'postgres/postgresql.auto.conf');
    const before = await readFile(settings, 'utf8');
    await writeFile(settings, `${before}\nshared_preload_libraries = 'not_installed'\n`);
    try {
      await expect(start()).rejects.toThrow(
        /Postgres did not start on .*: FATAL:.*"?not_installed"?.*\nAll of its log: /s,
      );
      expect(await processesNaming(dataDir)).toEqual([]);
    } finally {
      await writeFile(settings, before);
    }
  },
);

test.runIf(process.platform === 'linux')('a start that is called off leaves no process behind', async () => {
  const calledOff = new AbortController();
  const starting = startEmbeddedPostgres({ dataDir, durability: 'test', signal: calledOff.signal });
  setTimeout(() => calledOff.abort(), 300);
  await starting.then(
    (server) => server.stop(), // It was faster.
    (fault: unknown) => expect(String(fault)).toContain('called off'),
  );
  expect(await processesNaming(dataDir)).toEqual([]);
});

test('a session with a server that has another token is not taken for supervision', async () => {
  const server = await start();
  try {
    await expect(
      supervise(server.url, 'of another server', 500, new AbortController().signal),
    ).rejects.toThrow('Another server uses the port.');
  } finally {
    await server.stop();
  }
});

async function startInOtherProcess(): Promise<{ parent: ChildProcess; url: string }> {
  const program = `
    const { startEmbeddedPostgres } = await import(${JSON.stringify(join(import.meta.dirname, 'start-embedded-postgres.ts'))});
    const server = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)}, durability: 'test' });
    console.log(server.url);
    setInterval(() => {}, 1000);`;
  const parent = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [url] = await once(createInterface({ input: parent.stdout }), 'line');
  return { parent, url: String(url) };
}

async function postmasterPid(): Promise<number> {
  return Number((await readFile(join(dataDir, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0]);
}

/** The server's parent process (read from /proc: the test of it runs on Linux only). */
async function supervisorPid(): Promise<number> {
  const status = await readFile(`/proc/${await postmasterPid()}/status`, 'utf8');
  return Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]);
}

import { execFileSync } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { moveEarlierCluster } from './move-earlier-cluster.ts';
import { query } from './query.testing.ts';
import { startEmbeddedPostgres } from './start-embedded-postgres.ts';

// Each test starts a server or two, which is slow on a loaded machine.
vi.setConfig({ testTimeout: 120_000 });

/** Closed to every other user, as /root is: the server of root runs as another user. */
let closed = '';
let kept = '';
beforeAll(async () => {
  closed = await mkdtemp(join(tmpdir(), 'gondola-closed-'));
  await chmod(closed, 0o700);
  kept = join(closed, 'data of today');
});
afterAll(() => rm(closed, { recursive: true, force: true }));

const start = (dataDir: string) => startEmbeddedPostgres({ dataDir, durability: 'test' });

test('all data of a folder below a closed one is in the folder, whose place is reported', async () => {
  const said: string[] = [];
  const server = await startEmbeddedPostgres({
    dataDir: kept,
    durability: 'test',
    log: (message) => said.push(message),
  });
  try {
    await query(server.url, `create table written as select 'still here' as word`);
    expect(said.join()).toContain(join(kept, 'postgres'));
    expect(await readdir(join(kept, 'postgres'))).toContain('PG_VERSION');
    expect((await stat(closed)).mode & 0o777).toBe(0o700);
  } finally {
    await server.stop();
  }
});

test('a renamed folder starts with its data', async () => {
  const renamed = join(closed, 'renamed');
  await rename(kept, renamed);
  kept = renamed;
  expect(await wordsIn(renamed)).toEqual([{ word: 'still here' }]);
});

test('a copy starts with its data, with any owner of the copied files, and beside the running original', async () => {
  const original = await start(kept);
  try {
    const copy = join(closed, 'copy');
    // Of a running folder, with its lock file; owners and rights are not preserved.
    execFileSync('cp', ['-r', kept, copy]);
    await chmod(join(copy, 'postgres'), 0o755);
    const copied = await start(copy);
    try {
      expect(copied.attached).toBe(false);
      expect(copied.url).not.toBe(original.url);
      expect(await query(copied.url, 'select word from written')).toEqual([{ word: 'still here' }]);
      await query(copied.url, `insert into written values ('in the copy')`);
      expect(await query(original.url, 'select word from written')).toHaveLength(1);
    } finally {
      await copied.stop();
    }
  } finally {
    await original.stop();
  }
});

test('a folder whose database is absent is refused, and no new one is created', async () => {
  const folder = join(closed, 'half');
  await cp(kept, folder, { recursive: true });
  await rm(join(folder, 'postgres'), { recursive: true });
  await expect(start(folder)).rejects.toThrow(
    /had a database, but its database \(the folder postgres in it\) is absent.*set GONDOLA_DATA_DIR/s,
  );
  expect(await readdir(folder)).not.toContain('postgres');
});

test('a folder with photos of another database is refused, which DATABASE_URL may name', async () => {
  const folder = join(closed, 'photos');
  await mkdir(join(folder, 'objects/ab'), { recursive: true });
  await expect(start(folder)).rejects.toThrow(/has photos, but its database.*DATABASE_URL/s);
});

test("another folder's database is refused", async () => {
  const folder = join(closed, 'mixed');
  await cp(kept, folder, { recursive: true });
  await writeFile(join(folder, 'database-id'), 'ffffffff-0000-4000-8000-000000000000\n');
  await expect(start(folder)).rejects.toThrow(/belongs to another data folder: its id is/);
});

test('a database without an id, as earlier versions made it, gets one', async () => {
  await rm(join(kept, 'database-id'));
  await rm(join(kept, 'postgres/gondola-id'));
  expect(await wordsIn(kept)).toEqual([{ word: 'still here' }]);
  expect(await readFile(join(kept, 'database-id'), 'utf8')).toBe(
    await readFile(join(kept, 'postgres/gondola-id'), 'utf8'),
  );
});

test("root's database of an earlier version, outside the data folder, moves into it", async () => {
  const { createHash } = await import('node:crypto');
  const earlier = join(
    closed,
    `earlier/data-${createHash('sha256').update(kept).digest('hex').slice(0, 12)}`,
  );
  await mkdir(earlier, { recursive: true });
  await rename(join(kept, 'postgres'), join(earlier, 'postgres'));
  const moveIn = () => moveEarlierCluster(kept, join(kept, 'postgres'), join(closed, 'earlier'));
  await moveIn();
  // A new folder under the path of a removed one does not get the removed one's data.
  expect(await readdir(earlier)).toEqual(['postgres']);
  await writeFile(join(kept, 'secrets.json'), '{}');
  await moveIn();
  expect(await wordsIn(kept)).toEqual([{ word: 'still here' }]);
});

async function wordsIn(dataDir: string): Promise<unknown[]> {
  const server = await start(dataDir);
  try {
    return await query(server.url, 'select word from written');
  } finally {
    await server.stop();
  }
}
